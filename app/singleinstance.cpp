// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/singleinstance.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSocketNotifier>
#include <QTimer>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace loredesk::app {

namespace {

constexpr QByteArrayView Magic("loredesk-open 1");
constexpr QByteArrayView Answer("ok");
constexpr int AnswerSeconds = 2;
constexpr int ClientMilliseconds = 5000;
constexpr qsizetype MostPaths = 1000;

/// A folder that nobody else can look into or put something into. Made where it is missing.
bool isOwnFolder(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    if (::mkdir(name.constData(), S_IRWXU) != 0 && errno != EEXIST)
        return false;
    struct stat status = {};
    // Not stat(): a link could lead anywhere.
    return ::lstat(name.constData(), &status) == 0 && S_ISDIR(status.st_mode) &&
           status.st_uid == ::geteuid() && (status.st_mode & (S_IRWXG | S_IRWXO)) == 0;
}

bool isOwnPeer(int socket)
{
    ucred peer = {};
    socklen_t size = sizeof(peer);
    return ::getsockopt(socket, SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0 && peer.uid == ::geteuid();
}

/// False: the path is longer than a socket's may be.
bool addressOf(const QString &path, sockaddr_un &address)
{
    const QByteArray name = QFile::encodeName(path);
    address.sun_family = AF_UNIX;
    if (name.isEmpty() || name.size() >= qsizetype(sizeof(address.sun_path)))
        return false;
    std::memcpy(address.sun_path, name.constData(), std::size_t(name.size()) + 1);
    return true;
}

/// Packets in order: a message arrives whole or not at all, so that nobody can be kept waiting for its rest.
int makeSocket(int flags)
{
    return ::socket(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC | flags, 0);
}

} // namespace

QByteArray toBytes(const Handover &handover)
{
    QByteArray bytes = Magic.toByteArray() + '\0' + handover.activation + '\0';
    for (const QString &path : handover.paths)
        bytes += QFile::encodeName(path) + '\0';
    return bytes;
}

std::optional<Handover> handoverOf(const QByteArray &bytes)
{
    if (bytes.size() > SingleInstance::MostBytes || !bytes.endsWith('\0'))
        return std::nullopt;
    const QList<QByteArray> fields = bytes.chopped(1).split('\0');
    if (fields.size() < 2 || fields.size() - 2 > MostPaths || fields[0] != Magic)
        return std::nullopt;
    Handover handover;
    handover.activation = fields[1];
    // It ends in the environment, and comes out of one.
    const bool plain =
        std::all_of(fields[1].begin(), fields[1].end(), [](char c) { return c > 0x20 && c < 0x7f; });
    if (!plain || fields[1].size() > 512)
        return std::nullopt;
    for (const QByteArray &field : fields.mid(2)) {
        // Our own resources, options and what depends on somebody's working directory are nobody's to name.
        if (!field.startsWith('/'))
            return std::nullopt;
        handover.paths << QFile::decodeName(field);
    }
    return handover;
}

SingleInstance::SingleInstance(const QString &display, const QString &runtimeDirectory)
{
    if (runtimeDirectory.isEmpty() || display.isEmpty() || !isOwnFolder(runtimeDirectory))
        return;
    const QString folder = runtimeDirectory + "/loredesk"_L1;
    if (!isOwnFolder(folder))
        return;
    const QByteArray hash = QCryptographicHash::hash(display.toUtf8(), QCryptographicHash::Sha256).toHex();
    const QString path = folder + "/window-"_L1 + QString::fromLatin1(hash.left(16));
    sockaddr_un address = {};
    if (addressOf(path, address))
        m_path = path;
}

SingleInstance::~SingleInstance()
{
    stop();
}

QString SingleInstance::defaultDirectory()
{
    const QString directory = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return QDir::isAbsolutePath(directory) ? directory : QString();
}

QString SingleInstance::displayName()
{
    QStringList parts;
    for (const char *name : {"QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "DISPLAY"})
        parts << qEnvironmentVariable(name);
    return parts.join(u'\n');
}

bool SingleInstance::handOver(const Handover &handover) const
{
    sockaddr_un address = {};
    const QByteArray bytes = toBytes(handover);
    if (m_path.isEmpty() || !addressOf(m_path, address) || !handoverOf(bytes))
        return false;
    const int socket = makeSocket(0);
    if (socket < 0)
        return false;
    const timeval patience = {AnswerSeconds, 0};
    ::setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof(patience));
    ::setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof(patience));
    char answer[8] = {};
    const bool done =
        ::connect(socket, reinterpret_cast<const sockaddr *>(&address), sizeof(address)) == 0 &&
        isOwnPeer(socket) &&
        ::send(socket, bytes.constData(), std::size_t(bytes.size()), MSG_NOSIGNAL) == bytes.size() &&
        ::recv(socket, answer, sizeof(answer), 0) == Answer.size() &&
        QByteArrayView(answer, Answer.size()) == Answer;
    ::close(socket);
    return done;
}

bool SingleInstance::listen()
{
    sockaddr_un address = {};
    if (isListening() || m_path.isEmpty() || !addressOf(m_path, address))
        return isListening();
    // Held as long as we listen: whoever has it may clear away what a crash left. The lock of a process that
    // is no more is not in the way (QLockFile looks).
    m_lock = std::make_unique<QLockFile>(m_path + ".lock"_L1);
    m_lock->setStaleLockTime(0);
    if (!m_lock->tryLock(0))
        return false;
    ::unlink(address.sun_path);
    m_socket = makeSocket(SOCK_NONBLOCK);
    const bool listening =
        m_socket >= 0 &&
        ::bind(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof(address)) == 0 &&
        ::chmod(address.sun_path, S_IRUSR | S_IWUSR) == 0 && ::listen(m_socket, MostClients) == 0;
    if (!listening) {
        stop();
        return false;
    }
    m_notifier = std::make_unique<QSocketNotifier>(m_socket, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &SingleInstance::accept);
    return true;
}

void SingleInstance::accept()
{
    const int client = ::accept4(m_socket, nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK);
    if (client < 0)
        return;
    if (m_clients >= MostClients || !isOwnPeer(client)) {
        ::close(client);
        return;
    }
    ++m_clients;
    auto *notifier = new QSocketNotifier(client, QSocketNotifier::Read, this);
    // Frees the connection, whichever comes first: the message or the end of our patience.
    const auto end = [this, notifier, client] {
        notifier->setEnabled(false);
        notifier->deleteLater();
        ::close(client);
        --m_clients;
    };
    auto *patience = new QTimer(notifier);
    patience->setSingleShot(true);
    connect(patience, &QTimer::timeout, notifier, end);
    patience->start(ClientMilliseconds);
    connect(notifier, &QSocketNotifier::activated, this, [this, patience, client, end] {
        patience->stop();
        serve(client);
        end();
    });
}

void SingleInstance::serve(int client)
{
    // One byte more than is taken, so that what is longer shows.
    QByteArray bytes(MostBytes + 1, Qt::Uninitialized);
    const ssize_t size = ::recv(client, bytes.data(), std::size_t(bytes.size()), MSG_DONTWAIT);
    if (size <= 0)
        return;
    bytes.truncate(size);
    const std::optional<Handover> handover = handoverOf(bytes);
    if (!handover)
        return;
    (void)!::send(client, Answer.data(), std::size_t(Answer.size()), MSG_NOSIGNAL | MSG_DONTWAIT);
    emit handedOver(*handover);
}

void SingleInstance::stop()
{
    m_notifier.reset();
    if (m_socket >= 0) {
        ::close(m_socket);
        ::unlink(QFile::encodeName(m_path).constData());
    }
    m_socket = -1;
    m_lock.reset();
}

} // namespace loredesk::app
