// What the window does when the date is dragged, at a thousand agreements, by parts; a frame is 16.7 ms.

#include "bench/measuring.h"
#include "painting/fontmeasure.h"
#include "session/composition.h"
#include "support/scenariogenerator.h"

#include <QGuiApplication>

#include <cstdio>

using namespace entente;

namespace {

constexpr double frame = 1000.0 / 60;

// Of the work at one date after the other.
template <typename Work> double medianOf(Work work)
{
    constexpr int runs = 9;
    int i = 0;
    return bench::medianOf(runs, [&] { return bench::processorMillisecondsOf([&] { work(i++); }); });
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    const auto measure = painting::makeFontMeasure(picture::lightTheme().fontFamily);
    const picture::Theme theme = picture::lightTheme();
    layout::Layouter layouter;
    std::printf("| firms | agreements | conflicts ms | date ms | picture from nothing ms | picture ms | all "
                "/ frame |\n"
                "|---|---|---|---|---|---|---|\n");
    for (int things : {150, 500, 1700}) {
        const domain::Scenario scenario = tests::generatedScenario(7, things);
        formats::ScenarioFile file{scenario, {document::Value::object(), {}}, QStringLiteral("-"), {}, {}};
        auto laidOut = session::composeAndLayOut(file, {}, theme, *measure, {}, layouter);
        if (!laidOut) {
            std::printf("not laid out: %s\n", qPrintable(laidOut.problems.all().first().message));
            continue;
        }
        session::Composition composition = *laidOut.value;
        const auto dateAt = [](int i) {
            return analysis::AsOf{domain::EventDate::parse(QStringLiteral("2026-0%1").arg(1 + i % 9))};
        };
        const double conflicts = medianOf([&](int i) { analysis::findConflicts(scenario, dateAt(i)); });
        const double dating = medianOf([&](int i) { session::redate(composition, dateAt(i)); });
        picture::PictureOptions options;
        options.crop = options.legend = options.footer = false;
        const auto draw = [&] {
            return picture::buildPicture(composition.subject(), composition.placement, theme, *measure,
                                         options);
        };
        const double anew = medianOf([&](int) { draw(); });
        picture::EarlierDrawing earlier{draw(), composition.asOf};
        options.earlier = &earlier;
        const double drawing = medianOf([&](int i) {
            composition.asOf = dateAt(i);
            earlier = {draw(), composition.asOf};
        });
        std::printf("| %lld | %lld | %.1f | %.1f | %.1f | %.1f | %.2f |\n", scenario.firms.size(),
                    scenario.agreements.size(), conflicts, dating, anew, drawing, (dating + drawing) / frame);
    }
    return 0;
}
