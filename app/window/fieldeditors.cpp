#include "window/fieldeditors.h"

#include "window/partieseditor.h"
#include "window/plaineditors.h"
#include "window/referencebox.h"
#include "window/thingeditors.h"

#include <QVBoxLayout>

namespace entente::window {

void FieldEditor::adopt(QWidget *control, const Field &field)
{
    control->setObjectName(field.key + QStringLiteral("Field"));
    control->setAccessibleName(field.label);
    control->setToolTip(field.explained);
    if (!layout()) {
        auto *box = new QVBoxLayout(this);
        box->setContentsMargins({});
    }
    layout()->addWidget(control);
    setFocusProxy(control);
}

namespace {

FieldEditor *makePlain(const Field &field, const FieldContext &context, QWidget *parent)
{
    switch (field.ask) {
    case Ask::Text:
    case Ask::Number:
        return new LineEditor(field, parent);
    case Ask::LongText:
    case Ask::Lines:
    case Ask::Pairs:
        return new PageEditor(field, parent);
    case Ask::Word:
    case Ask::MaybeFlag:
        return new ChoiceEditor(field, parent);
    case Ask::Flag:
        return new FlagEditor(field, parent);
    case Ask::Reference:
        return new ReferenceEditor(field, context, parent);
    case Ask::References:
        return new ReferencesEditor(field, context, parent);
    case Ask::Parties:
        return new PartiesEditor(field, context, parent);
    case Ask::Things:
        return new ThingsEditor(field, context, parent);
    case Ask::Thing:
        return new ThingEditor(field, context, parent);
    }
    return nullptr;
}

} // namespace

FieldEditor *makeEditor(const Field &field, const FieldContext &context, QWidget *parent)
{
    if (field.cited)
        return new CitedEditor(field, context, parent, makePlain);
    return makePlain(field, context, parent);
}

} // namespace entente::window
