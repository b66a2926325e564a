// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/problem.h"
#include "models/base/progress.h"
#include "models/base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QFile>
#include <QList>
#include <QString>
#include <QTemporaryFile>

#include <memory>

namespace loredesk::archive {

/// All bytes of a file, gzip undone: mapped where that is possible, in memory where it is not. What gzip held
/// is kept in memory if it is small, else in a temporary file that has no other reader and goes with the
/// object. Immutable once opened: may be read from any thread.
class ByteSource
{
public:
    /// `path` may be a Qt resource. Errors: Unreadable, Unwritable (no room to unpack), Cancelled.
    static base::Result<std::shared_ptr<const ByteSource>> open(const QString &path,
                                                                base::ProgressSink &progress);

    /// The first `size` bytes at most, gzip undone. Errors: Unreadable.
    static base::Result<QByteArray> head(const QString &path, qsizetype size);

    QByteArrayView bytes() const { return m_bytes; }
    bool isGzip() const { return m_gzip; }
    /// Where gzip data were cut or broken; what came before is in bytes().
    const QList<base::Problem> &problems() const { return m_problems; }

private:
    ByteSource() = default;
    base::Result<void> unpack(base::ProgressSink &progress);

    QFile m_file;
    std::unique_ptr<QTemporaryFile> m_unpacked;
    QByteArray m_memory;
    QByteArrayView m_bytes;
    QList<base::Problem> m_problems;
    bool m_gzip = false;
};

/// Whether bytes begin as gzip data do.
bool startsLikeGzip(QByteArrayView bytes);

} // namespace loredesk::archive
