// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/filecontent.h"
#include "ui/theme.h"

#include <QImage>
#include <QPointer>
#include <QtCharts/QChartView>

class QAbstractItemModel;
class QMenu;

namespace loredesk::ui {

/// What the charts of Loredesk share: a view on an item model that is given from outside and not owned, drawn
/// with Qt Charts; the words around the bars are laid out here, because the axes of Qt Charts drop or cut
/// labels where there are many. Follows the palette at run time, is never animated, goes out as PNG, SVG,
/// CSV and picture. Main thread only.
class ChartView : public QChartView
{
    Q_OBJECT
public:
    explicit ChartView(QWidget *parent = nullptr);
    ~ChartView() override;

    /// Not owned; may be null. Changes of the model reach the chart once the event loop turns (or at the next
    /// question that is asked of the chart).
    void setModel(QAbstractItemModel *model);
    QAbstractItemModel *model() const { return m_model; }

    /// Stand above the picture that is saved or copied, so that it can be understood by itself.
    void setTitle(const QString &title);
    void setListName(const QString &name);
    void setRangeText(const QString &text);
    QString title() const { return m_title; }

    // The bars, for assistive tools; `item` is in range.
    virtual int itemCount() const = 0;
    virtual QString itemName(int item) const = 0;
    virtual QString itemValue(int item) const = 0;
    virtual QRect itemRect(int item) const = 0; ///< in the viewport
    virtual int currentItem() const = 0;        ///< the keyboard's, -1: none
    virtual bool isItemSelected(int item) const = 0;
    /// What a click on it does.
    virtual void activateItem(int item) = 0;

    /// The whole chart as it is shown (parts that are scrolled out included), with title, list and range
    /// above it. The picture has three times the resolution of the screen; SVG scales.
    QImage picture() const;
    QByteArray svg() const;
    /// All numbers of the model, those that the chart leaves out included: items::csvOf().
    QByteArray csv() const;

public slots:
    /// Picture and SVG flavours on the clipboard.
    void copyPicture();
    /// Asks for a name and a format; `numbers`: proposes the numbers instead of the picture.
    void save(bool numbers = false);
    /// Format by the name's suffix (.svg, .csv, else PNG).
    void saveTo(const QString &path);

signals:
    /// The receiver makes the content and writes it, whole or not at all.
    void saveRequested(const QString &path, const loredesk::ui::FileContent &content);
    /// The context menu wants the table shown in place of the chart.
    void tableRequested();

protected:
    enum class Layer { Beneath, Above };

    /// Takes the numbers from the model anew and calls arrange().
    virtual void readModel() = 0;
    /// Lays the chart out for the size of the viewport: sets chart()->resize(), plot area and scene
    /// rectangle.
    virtual void arrange() = 0;
    /// Colours of series; called on construction's end and when the palette changes.
    virtual void applyTheme() = 0;
    /// Draws beneath or above the bars, in chart coordinates.
    virtual void paintLayer(Layer layer, QPainter &painter) = 0;
    /// Adds to the context menu, above the picture actions.
    virtual void fillMenu(QMenu &menu, const QPoint &viewportPosition);
    /// A name for a saved picture, without suffix, ASCII.
    virtual QString proposedName() const = 0;

    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

    const Theme &theme() const { return m_theme; }
    /// The widget's font in pixels: the picture must not depend on the resolution of what it is painted on.
    QFont labelFont() const;
    /// True while a picture is painted: no focus mark, no hover.
    bool isPicture() const { return m_picture; }
    /// Reads the model now if it changed since.
    void ensureRead() const;
    void repaintLayers();
    /// Tells assistive tools what the chart, or its current bar, says.
    void announce(const QString &text);
    QPointF toChart(const QPoint &viewportPosition) const;
    QRect fromChart(const QRectF &rect) const;

private:
    class LayerItem;

    void markDirty();
    void takePalette();
    /// "Activity · linux-hyperv".
    QString heading() const;
    qreal headingHeight() const;
    QSizeF pictureSize() const;
    void paintPicture(QPainter &painter) const;

    QPointer<QAbstractItemModel> m_model;
    LayerItem *m_beneath = nullptr;
    LayerItem *m_above = nullptr;
    Theme m_theme;
    QString m_title;
    QString m_listName;
    QString m_rangeText;
    bool m_dirty = false;
    mutable bool m_picture = false;
};

} // namespace loredesk::ui
