// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLockFile>
#include <QObject>
#include <QStringList>

#include <memory>
#include <optional>

class QSocketNotifier;

namespace loredesk::app {

/// What a second start hands to the window that is open.
struct Handover
{
    QStringList paths;     ///< absolute; none: only raise the window
    QByteArray activation; ///< the desktop's token that lets the window come to the front; may be empty

    friend bool operator==(const Handover &, const Handover &) = default;
};

/// As it goes through the socket. Pure.
QByteArray toBytes(const Handover &handover);
/// Nothing where the bytes are not what toBytes() writes: another version, a path that is not absolute, too
/// many. Pure.
std::optional<Handover> handoverOf(const QByteArray &bytes);

/// One window for a user on a display: the first start listens on a socket in the user's runtime directory
/// ($XDG_RUNTIME_DIR/loredesk), later ones hand their paths over and end. Only the user's own processes are
/// listened to and spoken to: the folder is the user's alone, and the kernel is asked who is at the other
/// end. A plain socket of the local file system; neither Qt Network nor a message bus is needed. Main thread.
class SingleInstance : public QObject
{
    Q_OBJECT
public:
    /// `display` tells one from another (see displayName()), `runtimeDirectory` is for tests.
    explicit SingleInstance(const QString &display, const QString &runtimeDirectory = defaultDirectory());
    ~SingleInstance() override;

    /// Hands over to the window that is open and returns true once it said that it has got it. False: there
    /// is none, or it does not answer within two seconds; then the caller opens a window of its own. Needs no
    /// application object.
    bool handOver(const Handover &handover) const;

    /// Listens from now on, unless another window does. What a crash left behind is cleared away. Needs the
    /// application object.
    bool listen();
    bool isListening() const { return m_socket >= 0; }

    /// Where the socket lies; empty: there is no place that is safe.
    QString socketPath() const { return m_path; }

    /// $XDG_RUNTIME_DIR, empty where it is not set or relative.
    static QString defaultDirectory();
    /// Of this process, by its environment.
    static QString displayName();

    static constexpr qsizetype MostBytes = 64 * 1024;
    static constexpr int MostClients = 16;

signals:
    void handedOver(const loredesk::app::Handover &handover);

private:
    void accept();
    void serve(int client);
    void stop();

    QString m_path;
    std::unique_ptr<QLockFile> m_lock;
    int m_socket = -1;
    int m_clients = 0;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace loredesk::app
