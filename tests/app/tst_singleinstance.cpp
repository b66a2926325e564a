// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/singleinstance.h"

#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <cstring>
#include <memory>

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using loredesk::app::Handover;
using loredesk::app::SingleInstance;
using namespace loredesk;

namespace {

/// Runs it on a thread of its own, as another process would run it, while this one's events go on.
template <class Work>
auto elsewhere(Work work)
{
    decltype(work()) result{};
    std::unique_ptr<QThread> thread(QThread::create([&] { result = work(); }));
    QSignalSpy finished(thread.get(), &QThread::finished);
    thread->start();
    if (finished.isEmpty())
        finished.wait(10000);
    thread->wait();
    return result;
}

bool handOverElsewhere(const QString &directory, const Handover &handover)
{
    return elsewhere([&] { return SingleInstance(u"display"_s, directory).handOver(handover); });
}

/// Sends what it is told to, whatever it is; the answer.
QByteArray sendRaw(const QString &path, const QByteArray &bytes)
{
    const int socket = ::socket(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0);
    sockaddr_un address = {};
    address.sun_family = AF_UNIX;
    std::memcpy(address.sun_path, QFile::encodeName(path).constData(), std::size_t(path.size()) + 1);
    const int room = 1 << 20;
    ::setsockopt(socket, SOL_SOCKET, SO_SNDBUF, &room, sizeof(room));
    QByteArray answer(16, '\0');
    ssize_t size = -1;
    if (::connect(socket, reinterpret_cast<const sockaddr *>(&address), sizeof(address)) == 0 &&
        ::send(socket, bytes.constData(), std::size_t(bytes.size()), MSG_NOSIGNAL) == bytes.size())
        size = ::recv(socket, answer.data(), std::size_t(answer.size()), 0);
    ::close(socket);
    return size > 0 ? answer.left(size) : QByteArray();
}

QByteArray sendRawElsewhere(const QString &path, const QByteArray &bytes)
{
    return elsewhere([&] { return sendRaw(path, bytes); });
}

} // namespace

class SingleInstanceTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        QVERIFY(m_directory->isValid());
    }

    void theSecondStartHandsItsPathsToTheFirst();
    void aStartWithoutPathsOnlyRaisesTheWindow();
    void nobodyIsThereWhereNoWindowIsOpen();
    void anotherDisplayHasAWindowOfItsOwn();
    void onlyOneListens();
    void whatACrashLeftBehindIsClearedAway();
    void theNextWindowListensWhenTheFirstIsClosed();
    void theSocketIsTheUsersAlone();
    void aFolderThatOthersMayEnterIsNotUsed();
    void aFolderThatIsALinkIsNotUsed();
    void withoutARuntimeDirectoryEveryWindowIsOnItsOwn();
    void aPathTooLongForASocketIsNoPlace();
    void aWindowThatHangsIsNotWaitedForLong();
    void bytesThatAreNoHandoverAreRefused_data();
    void bytesThatAreNoHandoverAreRefused();
    void aClientThatSaysNothingDoesNotKeepOthersOut();
    void everyPathComesThroughAsItIs();

private:
    QString directory() const { return m_directory->path(); }

    std::unique_ptr<QTemporaryDir> m_directory;
};

void SingleInstanceTest::theSecondStartHandsItsPathsToTheFirst()
{
    SingleInstance first(u"display"_s, directory());
    QVERIFY(first.listen());
    QSignalSpy spy(&first, &SingleInstance::handedOver);
    const Handover handover{{u"/lists/kvm"_s, u"/lists/a b.mbox"_s}, "token-1"};
    QVERIFY(handOverElsewhere(directory(), handover));
    QCOMPARE(spy.size(), 1);
    QCOMPARE(spy[0][0].value<Handover>(), handover);
    // And again: the window stays there for the next one.
    QVERIFY(handOverElsewhere(directory(), handover));
    QCOMPARE(spy.size(), 2);
}

void SingleInstanceTest::aStartWithoutPathsOnlyRaisesTheWindow()
{
    SingleInstance first(u"display"_s, directory());
    QVERIFY(first.listen());
    QSignalSpy spy(&first, &SingleInstance::handedOver);
    QVERIFY(handOverElsewhere(directory(), {}));
    QCOMPARE(spy.size(), 1);
    QCOMPARE(spy[0][0].value<Handover>().paths, QStringList());
}

void SingleInstanceTest::nobodyIsThereWhereNoWindowIsOpen()
{
    const SingleInstance alone(u"display"_s, directory());
    QVERIFY(!alone.handOver({{u"/lists/kvm"_s}, {}}));
}

void SingleInstanceTest::anotherDisplayHasAWindowOfItsOwn()
{
    SingleInstance first(u"display"_s, directory());
    SingleInstance other(u"other"_s, directory());
    QVERIFY(first.listen());
    QVERIFY(!other.handOver({}));
    QVERIFY(other.listen());
    QVERIFY(first.socketPath() != other.socketPath());
}

void SingleInstanceTest::onlyOneListens()
{
    SingleInstance first(u"display"_s, directory());
    SingleInstance second(u"display"_s, directory());
    QVERIFY(first.listen());
    QVERIFY(!second.listen());
    QSignalSpy spy(&first, &SingleInstance::handedOver);
    QVERIFY(handOverElsewhere(directory(), {}));
    QCOMPARE(spy.size(), 1);
}

void SingleInstanceTest::whatACrashLeftBehindIsClearedAway()
{
    const QString path = SingleInstance(u"display"_s, directory()).socketPath();
    // A socket that nobody listens on any more, as a process that was killed leaves it.
    const int dead = ::socket(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0);
    sockaddr_un address = {};
    address.sun_family = AF_UNIX;
    std::memcpy(address.sun_path, QFile::encodeName(path).constData(), std::size_t(path.size()) + 1);
    QCOMPARE(::bind(dead, reinterpret_cast<const sockaddr *>(&address), sizeof(address)), 0);
    ::close(dead);
    // And the lock of a process that is no more.
    QFile lock(path + u".lock"_s);
    QVERIFY(lock.open(QIODevice::WriteOnly));
    lock.write("2147483646\nloredesk\n" + QSysInfo::machineHostName().toUtf8() + "\n");
    lock.close();

    SingleInstance next(u"display"_s, directory());
    QVERIFY(!next.handOver({}));
    QVERIFY(next.listen());
    QVERIFY(handOverElsewhere(directory(), {}));
}

void SingleInstanceTest::theNextWindowListensWhenTheFirstIsClosed()
{
    auto first = std::make_unique<SingleInstance>(u"display"_s, directory());
    QVERIFY(first->listen());
    const QString path = first->socketPath();
    first.reset();
    QVERIFY(!QFileInfo::exists(path));
    SingleInstance second(u"display"_s, directory());
    QVERIFY(second.listen());
}

void SingleInstanceTest::theSocketIsTheUsersAlone()
{
    SingleInstance first(u"display"_s, directory());
    QVERIFY(first.listen());
    struct stat status = {};
    QCOMPARE(::lstat(QFile::encodeName(first.socketPath()).constData(), &status), 0);
    QVERIFY(S_ISSOCK(status.st_mode));
    QCOMPARE(int(status.st_mode & 0777), 0600);
    const QString folder = QFileInfo(first.socketPath()).path();
    QCOMPARE(::lstat(QFile::encodeName(folder).constData(), &status), 0);
    QCOMPARE(int(status.st_mode & 0777), 0700);
}

void SingleInstanceTest::aFolderThatOthersMayEnterIsNotUsed()
{
    QCOMPARE(::chmod(QFile::encodeName(directory()).constData(), 0755), 0);
    SingleInstance instance(u"display"_s, directory());
    QVERIFY(instance.socketPath().isEmpty());
    QVERIFY(!instance.listen());
    QVERIFY(!instance.handOver({}));
}

void SingleInstanceTest::aFolderThatIsALinkIsNotUsed()
{
    const QTemporaryDir elsewhere;
    QVERIFY(QFile::link(elsewhere.path(), directory() + u"/loredesk"_s));
    SingleInstance instance(u"display"_s, directory());
    QVERIFY(instance.socketPath().isEmpty());
}

void SingleInstanceTest::withoutARuntimeDirectoryEveryWindowIsOnItsOwn()
{
    SingleInstance instance(u"display"_s, QString());
    QVERIFY(!instance.listen());
    QVERIFY(!instance.handOver({}));
    qputenv("XDG_RUNTIME_DIR", "relative/path");
    QCOMPARE(SingleInstance::defaultDirectory(), QString());
    qputenv("XDG_RUNTIME_DIR", "/run/user/1");
    QCOMPARE(SingleInstance::defaultDirectory(), u"/run/user/1"_s);
}

void SingleInstanceTest::aPathTooLongForASocketIsNoPlace()
{
    QString deep = directory();
    while (deep.size() < 100) {
        deep += u"/0123456789"_s;
        QCOMPARE(::mkdir(QFile::encodeName(deep).constData(), 0700), 0);
    }
    SingleInstance instance(u"display"_s, deep);
    QVERIFY(instance.socketPath().isEmpty());
    QVERIFY(!instance.listen());
}

void SingleInstanceTest::aWindowThatHangsIsNotWaitedForLong()
{
    SingleInstance first(u"display"_s, directory());
    QVERIFY(first.listen());
    // On this thread, whose events are what the window would answer with.
    const SingleInstance second(u"display"_s, directory());
    QVERIFY(!second.handOver({{u"/lists/kvm"_s}, {}}));
}

void SingleInstanceTest::bytesThatAreNoHandoverAreRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const auto row = [](const char *name, const QByteArray &bytes) { QTest::newRow(name) << bytes; };
    row("other words", "GET / HTTP/1.1\r\n\r\n");
    row("one zero", QByteArray(1, '\0'));
    row("another version", QByteArray("loredesk-open 2\0\0/a\0", 20));
    row("cut off", QByteArray("loredesk-open 1\0\0/a", 19));
    row("a relative path", QByteArray("loredesk-open 1\0\0a\0", 19));
    row("a resource", QByteArray("loredesk-open 1\0\0:/sample\0", 26));
    row("an empty path", QByteArray("loredesk-open 1\0\0\0", 18));
    row("a token with a line end", QByteArray("loredesk-open 1\0a\nb\0", 20));
    row("a token without an end", QByteArray("loredesk-open 1\0", 16) + QByteArray(5000, 'x') + '\0');
    row("too many paths", QByteArray("loredesk-open 1\0\0", 17) + QByteArray("/\0", 2).repeated(5000));
    row("too much", QByteArray("loredesk-open 1\0\0/", 18) + QByteArray(100000, 'x') + '\0');
    row("random", QByteArray::fromHex("00ff10807f000102030405060708090a0b0c0d0e0f00"));
}

void SingleInstanceTest::bytesThatAreNoHandoverAreRefused()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(!app::handoverOf(bytes));
    SingleInstance first(u"display"_s, directory());
    QVERIFY(first.listen());
    QSignalSpy spy(&first, &SingleInstance::handedOver);
    QCOMPARE(sendRawElsewhere(first.socketPath(), bytes), QByteArray());
    QCOMPARE(spy.size(), 0);
    QVERIFY(handOverElsewhere(directory(), {}));
}

void SingleInstanceTest::aClientThatSaysNothingDoesNotKeepOthersOut()
{
    SingleInstance first(u"display"_s, directory());
    QVERIFY(first.listen());
    sockaddr_un address = {};
    address.sun_family = AF_UNIX;
    const QByteArray path = QFile::encodeName(first.socketPath());
    std::memcpy(address.sun_path, path.constData(), std::size_t(path.size()) + 1);
    const int silent = ::socket(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0);
    QCOMPARE(::connect(silent, reinterpret_cast<const sockaddr *>(&address), sizeof(address)), 0);
    QVERIFY(handOverElsewhere(directory(), {}));
    ::close(silent);
}

void SingleInstanceTest::everyPathComesThroughAsItIs()
{
    const Handover handover{{u"/"_s, u"/a b/c\nd"_s, u"/Ünïcode/ü"_s, u"/-rf"_s}, "x"};
    QCOMPARE(app::handoverOf(app::toBytes(handover)), std::optional(handover));
}

QTEST_GUILESS_MAIN(SingleInstanceTest)
#include "tst_singleinstance.moc"
