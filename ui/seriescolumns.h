// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <vector>

class QMenu;
class QTreeView;

namespace loredesk::ui {

class SeriesHeader;

/// The columns of the series tree: how wide they are and which there is room for, until somebody sets one by
/// hand; that one then stays as it was set. Belongs to the view, whose header is a SeriesHeader.
class SeriesColumns : public QObject
{
    Q_OBJECT
public:
    SeriesColumns(QTreeView *view, SeriesHeader *header);

    /// A checkable action for every column but the title, and the way back. Empty without a model.
    QMenu *menu() const { return m_menu; }
    /// The view has another model.
    void setUp();
    /// Order, widths and what is hidden as they come; date, newest first.
    void reset();
    /// Shares the width of the view's viewport out.
    void fit();
    /// The face has changed, or what the cells have need of.
    void measureAgain();

    /// Order, sorting, and what was set by hand.
    QByteArray state() const;
    /// False where the state is none of ours; nothing is changed then.
    bool restore(const QByteArray &state);

private:
    void measure();

    QTreeView *m_view = nullptr;
    SeriesHeader *m_header = nullptr;
    QMenu *m_menu = nullptr;
    std::vector<int> m_needs; ///< by column, in px: what stands in the cells, by the face
    std::vector<bool> m_own;  ///< by column: set by hand
    bool m_fitting = false;
    bool m_isRearranging = false; ///< the model's rows get other places
};

} // namespace loredesk::ui
