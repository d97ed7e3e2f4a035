set(prefix ${BUILD}/test-install)
file(REMOVE_RECURSE ${prefix})
execute_process(COMMAND ${CMAKE_COMMAND} --install ${BUILD} --prefix ${prefix} OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)
foreach(file ${BINDIR}/entente ${LIBEXECDIR}/entente/entente-layoutworker ${DATADIR}/applications/entente.desktop
        ${DATADIR}/mime/packages/entente.xml ${DATADIR}/icons/hicolor/scalable/apps/entente.svg ${DATADIR}/man/man1/entente.1
        ${DATADIR}/doc/entente/copyright)
    if(NOT EXISTS ${prefix}/${file})
        message(FATAL_ERROR "${file} is not installed")
    endif()
endforeach()
set(scenario ${SOURCE}/resources/scenarios/cloud-dispute.entente.json)
execute_process(COMMAND ${prefix}/${BINDIR}/entente draw ${scenario} -o ${prefix}/installed.svg COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${BUILD}/entente draw ${scenario} -o ${prefix}/built.svg COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${CMAKE_COMMAND} -E compare_files ${prefix}/installed.svg ${prefix}/built.svg COMMAND_ERROR_IS_FATAL ANY)
