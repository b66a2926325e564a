// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/archive/gitreader.h"

#include "models/archive/mailsniffer.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace loredesk::archive {

GitReader::GitReader(const Archive &archive, QList<Epoch> epochs)
    : m_archive(archive)
    , m_epochs(std::move(epochs))
{
}

base::Result<QByteArray> GitReader::read(const base::Position &position)
{
    auto repository = m_repositories.find(position.container);
    if (repository == m_repositories.end()) {
        const auto epoch = std::find_if(m_epochs.begin(), m_epochs.end(), [&](const Epoch &candidate) {
            return candidate.number == position.container;
        });
        if (epoch == m_epochs.end())
            return base::Error{base::ErrorCode::Unreadable,
                               u"The epoch of the message is not here"_s,
                               m_archive.place(position),
                               {}};
        base::Result<git::Repository> opened = git::Repository::open(epoch->path);
        if (!opened)
            return opened.error();
        repository = m_repositories.emplace(position.container, *std::move(opened)).first;
    }
    base::Result<git::Object> object = repository->second.read(position.blob);
    if (!object) {
        base::Error error = object.error();
        error.place = m_archive.place(position);
        return error;
    }
    if (object->type() != git::ObjectType::Blob)
        return base::Error{
            base::ErrorCode::Corrupt, u"The message's object is no blob"_s, m_archive.place(position), {}};
    QByteArray bytes = std::move(*object).takeBytes();
    const QByteArrayView message = limited(withoutFromLine(bytes));
    // Nearly always the whole blob, which then is not copied.
    return message.size() == bytes.size() ? bytes : message.toByteArray();
}

} // namespace loredesk::archive
