#pragma once

#include <QString>
#include <QStringList>

#include <array>

namespace entente::formats {

// How a whole scenario lies in a workbook. The sheet “Scenario” has a row for each member of the document
// that is no map of things: its name, the kind of its value, the value. Each other sheet has a row a thing,
// with a column for each plain member, headed as in the document, and in its last column, and those that
// follow where one cell is too small, the rest of its members as JSON.
struct XlsxMapSheet
{
    const char *sheet;
    const char *member;  // of the document, or of an agreement
    bool ofAgreement;    // the first column then names the agreement
    const char *columns; // plain members, parted by "|"
};

constexpr std::array xlsxMapSheets{
    XlsxMapSheet{"Firms", "firms", false, "name|kind|part_of|jurisdiction|legal_form|note"},
    XlsxMapSheet{"Agreements", "agreements", false,
                 "title|kind|part_of|status|period|announced|signed|trial|binding|evidence|performance|"
                 "governing_law|forum|note"},
    XlsxMapSheet{"Amounts", "amounts", true,
                 "value|currency|unit|qualifier|instrument|from|to|over|condition|part_of|text"},
    XlsxMapSheet{"Clauses", "clauses", true,
                 "title|kind|modality|bearer|counterparty|action|object|only_through|through|territory|"
                 "binds_affiliates|period|status|evidence|text|section|condition|note"},
    XlsxMapSheet{"Terms", "defined_terms", false, "name|definition"},
    XlsxMapSheet{"Sources", "sources", false,
                 "title|publisher|author|kind|language|published|url|archived_url|accessed|file|sha256|grade|"
                 "note"},
};

constexpr auto xlsxScenarioSheet = "Scenario";
constexpr auto xlsxPartiesSheet = "Parties"; // of agreements: agreement, firm, role
constexpr auto xlsxMoreColumn = "more (JSON)";
constexpr qsizetype xlsxMostCharacters = 32'767; // in one cell

} // namespace entente::formats
