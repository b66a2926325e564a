// SPDX-License-Identifier: GPL-3.0-or-later
// Contrast by the formula of WCAG 2.1, of everything the theme has on the ground it is used on.
#include "ui/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QMenu>
#include <QRadioButton>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace loredesk;

namespace {

/// Written again after the recommendation, so that a slip in the theme's own does not prove itself.
double luminance(const QColor &color)
{
    double sum = 0;
    const std::pair<int, double> channels[] = {
        {color.red(), 0.2126}, {color.green(), 0.7152}, {color.blue(), 0.0722}};
    for (const auto &[value, weight] : channels) {
        const double s = value / 255.0;
        sum += weight * (s <= 0.03928 ? s / 12.92 : std::pow((s + 0.055) / 1.055, 2.4));
    }
    return sum;
}

double contrast(const QColor &a, const QColor &b)
{
    const double la = luminance(a) + 0.05;
    const double lb = luminance(b) + 0.05;
    return la > lb ? la / lb : lb / la;
}

constexpr double Text = 4.5;
constexpr double Mark = 3.0;

/// From the ground, which is what lies at the right end.
int pixelsThatStandOut(const QImage &image)
{
    const QColor ground = image.pixelColor(image.width() - 1, image.height() / 2);
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            count += contrast(image.pixelColor(x, y), ground) >= Mark ? 1 : 0;
    }
    return count;
}

} // namespace

class ThemeTest : public QObject
{
    Q_OBJECT

private slots:
    void theFormulaIsThatOfTheRecommendation();
    void textAndMarksStandOutFromTheirGround_data();
    void textAndMarksStandOutFromTheirGround();
    void whatIsMutedIsReadOnEveryPlatformsPalette_data();
    void whatIsMutedIsReadOnEveryPlatformsPalette();
    void whatIsSelectedElsewhereIsRead_data();
    void whatIsSelectedElsewhereIsRead();
    void aMenuStandsOutFromWhatLiesBehindIt();
    void whatIsNotTickedInADarkMenuHasABoxThatCanBeSeen();
    void whatIsNotTickedInADarkDialogHasABoxThatCanBeSeen();
};

void ThemeTest::theFormulaIsThatOfTheRecommendation()
{
    QCOMPARE(std::lround(ui::contrastRatio(Qt::black, Qt::white) * 100), 2100);
    // The grey that is known for being just enough on white, and the next that is not.
    QVERIFY(ui::contrastRatio(QColor(0x76, 0x76, 0x76), Qt::white) >= 4.5);
    QVERIFY(ui::contrastRatio(QColor(0x77, 0x77, 0x77), Qt::white) < 4.5);
    for (int hue = 0; hue < 360; hue += 30) {
        const QColor color(QColor::fromHsv(hue, 200, 150).rgb());
        QVERIFY(std::abs(ui::contrastRatio(color, Qt::white) - contrast(color, Qt::white)) < 0.01);
    }
}

void ThemeTest::textAndMarksStandOutFromTheirGround_data()
{
    QTest::addColumn<QColor>("ink");
    QTest::addColumn<QColor>("ground");
    QTest::addColumn<double>("least");
    for (const ui::Appearance appearance : {ui::Appearance::Light, ui::Appearance::Dark}) {
        ui::applyAppearance(appearance);
        const QPalette palette = QApplication::palette();
        const ui::Theme theme = ui::Theme::of(palette);
        const char *name = appearance == ui::Appearance::Light ? "light" : "dark";
        const auto row = [&](const char *what, const QColor &ink, const QColor &ground, double least) {
            QTest::addRow("%s, %s", name, what) << ink << ground << least;
        };
        const QColor base = palette.color(QPalette::Base);
        const QColor text = palette.color(QPalette::Text);
        row("text", text, base, Text);
        row("text in every second row", text, palette.color(QPalette::AlternateBase), Text);
        row("text of the window", palette.color(QPalette::WindowText), palette.color(QPalette::Window), Text);
        row("text of buttons", palette.color(QPalette::ButtonText), palette.color(QPalette::Button), Text);
        row("tool tips", palette.color(QPalette::ToolTipText), palette.color(QPalette::ToolTipBase), Text);
        row("what is selected", palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight),
            Text);
        row("what is selected where the focus is elsewhere",
            palette.color(QPalette::Inactive, QPalette::HighlightedText),
            palette.color(QPalette::Inactive, QPalette::Highlight), Text);
        row("the selection", palette.color(QPalette::Highlight), base, Mark);
        row("links", palette.color(QPalette::Link), base, Text);
        row("links of the window", palette.color(QPalette::Link), palette.color(QPalette::Window), Text);
        row("visited links", palette.color(QPalette::LinkVisited), base, Text);
        row("placeholders", palette.color(QPalette::PlaceholderText), base, Text);
        row("muted", theme.muted, base, Text);
        row("warnings", theme.warning, base, Text);
        row("trailers", theme.trailer, base, Text);
        for (int level = 0; level < 3; ++level)
            row(qPrintable(u"quote %1"_s.arg(level + 1)), theme.quote[std::size_t(level)], base, Text);
        for (int color = 0; color < 6; ++color)
            row(qPrintable(u"chart %1"_s.arg(color + 1)), theme.chart[std::size_t(color)], base, Mark);
        row("added lines", text, theme.addedGround, Text);
        row("added words", text, theme.addedMark, Text);
        row("removed lines", text, theme.removedGround, Text);
        row("removed words", text, theme.removedMark, Text);
        row("hunks", text, theme.hunkGround, Text);
        row("what was found", text, theme.findGround, Text);
        row("what was found and is current", text, theme.currentFindGround, Text);
        // On the window's own colour, as labels beneath the panes have it.
        QPalette onWindow = palette;
        onWindow.setColor(QPalette::Base, palette.color(QPalette::Window));
        row("muted on the window", ui::Theme::of(onWindow).muted, palette.color(QPalette::Window), Text);
        row("warnings on the window", ui::Theme::of(onWindow).warning, palette.color(QPalette::Window), Text);
    }
    ui::applyAppearance(ui::Appearance::System);
}

void ThemeTest::textAndMarksStandOutFromTheirGround()
{
    QFETCH(QColor, ink);
    QFETCH(QColor, ground);
    QFETCH(double, least);
    const double ratio = contrast(ink, ground);
    QVERIFY2(
        ratio >= least,
        qPrintable(u"%1 on %2: %3, less than %4"_s.arg(ink.name(), ground.name()).arg(ratio).arg(least)));
}

void ThemeTest::whatIsMutedIsReadOnEveryPlatformsPalette_data()
{
    QTest::addColumn<QColor>("text");
    QTest::addColumn<QColor>("base");
    QTest::newRow("Breeze") << QColor(0x23, 0x26, 0x29) << QColor(0xfc, 0xfc, 0xfc);
    QTest::newRow("Breeze Dark") << QColor(0xfc, 0xfc, 0xfc) << QColor(0x1b, 0x1e, 0x20);
    QTest::newRow("Adwaita") << QColor(0x33, 0x33, 0x33) << QColor(0xff, 0xff, 0xff);
    QTest::newRow("grey on grey") << QColor(0x44, 0x44, 0x44) << QColor(0xd0, 0xd0, 0xd0);
    QTest::newRow("black on white") << QColor(Qt::black) << QColor(Qt::white);
    QTest::newRow("yellow on blue") << QColor(Qt::yellow) << QColor(0, 0, 0x80);
}

void ThemeTest::whatIsMutedIsReadOnEveryPlatformsPalette()
{
    QFETCH(QColor, text);
    QFETCH(QColor, base);
    QPalette palette;
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::Base, base);
    QVERIFY(contrast(ui::Theme::of(palette).muted, base) >= Text);
}

void ThemeTest::whatIsSelectedElsewhereIsRead_data()
{
    QTest::addColumn<QColor>("text");
    QTest::addColumn<QColor>("base");
    QTest::addColumn<QColor>("highlight");
    const QColor blue(0x30, 0x8c, 0xc6);
    QTest::newRow("light") << QColor(0x1f, 0x1f, 0x1f) << QColor(Qt::white) << blue;
    QTest::newRow("dark") << QColor(0xe8, 0xe8, 0xe8) << QColor(0x1e, 0x1e, 0x1e) << blue;
    QTest::newRow("yellow") << QColor(Qt::black) << QColor(Qt::white) << QColor(Qt::yellow);
}

void ThemeTest::whatIsSelectedElsewhereIsRead()
{
    QFETCH(QColor, text);
    QFETCH(QColor, base);
    QFETCH(QColor, highlight);
    QPalette palette;
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::Base, base);
    palette.setColor(QPalette::Highlight, highlight);
    ui::softenSelection(palette);
    QCOMPARE(palette.color(QPalette::HighlightedText), text);
    QVERIFY(palette.color(QPalette::Highlight) != base);
    QVERIFY(contrast(text, palette.color(QPalette::Highlight)) >= Text);
    QVERIFY(contrast(ui::Theme::of(palette).muted, palette.color(QPalette::Highlight)) >= 3);
}

void ThemeTest::aMenuStandsOutFromWhatLiesBehindIt()
{
    for (const auto appearance : {ui::Appearance::Light, ui::Appearance::Dark}) {
        ui::applyAppearance(appearance);
        QMenu menu;
        menu.addAction(u"One"_s);
        menu.popup({});
        QVERIFY(QTest::qWaitForWindowExposed(&menu));
        const QImage image = menu.grab().toImage();
        const QPalette palette = QApplication::palette();
        for (const QColor &behind : {palette.color(QPalette::Base), palette.color(QPalette::Window)})
            QVERIFY(contrast(image.pixelColor(0, image.height() / 2), behind) > 1.8);
    }
    ui::applyAppearance(ui::Appearance::System);
}

void ThemeTest::whatIsNotTickedInADarkMenuHasABoxThatCanBeSeen()
{
    ui::applyAppearance(ui::Appearance::Dark);
    QMenu menu;
    // Without a text there is nothing but the box, inside the frame of the menu.
    QAction *action = menu.addAction(u" "_s);
    action->setCheckable(true);
    menu.popup({});
    QVERIFY(QTest::qWaitForWindowExposed(&menu));
    const QImage image = menu.grab(menu.actionGeometry(action).adjusted(2, 2, -2, -2)).toImage();
    // As many as a frame has that is half as high as the entry.
    QVERIFY(pixelsThatStandOut(image) >= 4 * (image.height() / 2 - 1));
    ui::applyAppearance(ui::Appearance::System);
}

void ThemeTest::whatIsNotTickedInADarkDialogHasABoxThatCanBeSeen()
{
    ui::applyAppearance(ui::Appearance::Dark);
    QCheckBox box;
    QRadioButton choice;
    for (QAbstractButton *button :
         {static_cast<QAbstractButton *>(&box), static_cast<QAbstractButton *>(&choice)}) {
        button->resize(60, 20);
        // Of a circle the smoothing leaves fewer than a square has.
        QVERIFY(pixelsThatStandOut(button->grab().toImage()) >= 24);
    }
    ui::applyAppearance(ui::Appearance::System);
}

QTEST_MAIN(ThemeTest)
#include "tst_theme.moc"
