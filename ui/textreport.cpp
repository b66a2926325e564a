// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/textreport.h"
#include "ui/screenroom.h"

#include "models/base/hostiletext.h"
#include "ui/textpreview.h"

#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace loredesk::ui {

void showTextReport(QWidget *parent, const QString &title, const QString &sentence, const QString &text)
{
    auto *dialog = new QDialog(parent);
    dialog->setObjectName(u"textReport"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    auto *label = new QLabel(base::visibleText(sentence));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    auto *view = new TextPreview;
    view->setObjectName(u"textReportText"_s);
    view->setAccessibleName(title);
    view->setText(text);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QPushButton *copy = buttons->addButton(QDialog::tr("&Copy"), QDialogButtonBox::ActionRole);
    copy->setObjectName(u"textReportCopy"_s);
    QObject::connect(copy, &QPushButton::clicked, dialog,
                     [sentence, text] { QApplication::clipboard()->setText(sentence + u"\n\n"_s + text); });
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::close);
    auto *column = new QVBoxLayout(dialog);
    column->addWidget(label);
    column->addWidget(view, 1);
    column->addWidget(buttons);
    const int unit = dialog->fontMetrics().averageCharWidth();
    dialog->resize(withinScreen(*dialog, {unit * 90, dialog->fontMetrics().height() * 22}));
    dialog->show();
}

} // namespace loredesk::ui
