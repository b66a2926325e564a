// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/aboutbox.h"

#include <QAbstractButton>
#include <QApplication>
#include <QMessageBox>

using namespace Qt::StringLiterals;

namespace loredesk::ui {

void showAboutBox(QWidget *parent)
{
    auto *box = new QMessageBox(parent);
    box->setObjectName(u"aboutBox"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(QMessageBox::tr("About Loredesk"));
    box->setIconPixmap(QApplication::windowIcon().pixmap(64, 64));
    box->setTextFormat(Qt::RichText);
    box->setText(u"<h3>Loredesk %1</h3>"_s.arg(QStringLiteral(LOREDESK_VERSION)));
    box->setInformativeText(
        QMessageBox::tr("<p>A desk for people who maintain software by mail: opens the archive of a mailing "
                        "list, finds the patch "
                        "series in it, shows what was said about them, and adds it up.</p>"
                        "<p>Archives are only ever read.</p>"
                        "<p>Free software under the GNU General Public License, version 3 or later. Built "
                        "with Qt %1, libgit2 "
                        "and GMime.</p>")
            .arg(QString::fromLatin1(qVersion())));
    box->setStandardButtons(QMessageBox::Close);
    box->button(QMessageBox::Close)->setIcon({}); // the style's is as dark as a dark window
    box->open();
    box->setModal(false);
}

} // namespace loredesk::ui
