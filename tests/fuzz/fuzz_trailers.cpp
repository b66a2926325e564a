// SPDX-License-Identifier: GPL-3.0-or-later
// Trailers of a commit message, and what a reply offers.
#include "models/patch/trailer.h"
#include "tests/fuzz/fuzzing.h"

using namespace loredesk;
using namespace Qt::StringLiterals;

namespace {

void checkCommitMessage(const QString &message)
{
    const QList<patch::Trailer> trailers = patch::parseTrailers(message);
    fuzz::checkTrailers(trailers);
    // Trailers written out are the trailers that were read.
    QString written = u"A title\n\n"_s;
    for (const patch::Trailer &trailer : trailers) {
        FUZZ_CHECK_TEXT(message.contains(trailer.key), trailer.key);
        written += trailer.toString() + u'\n';
    }
    FUZZ_CHECK_TEXT(patch::parseTrailers(written) == trailers, written);
}

void checkReply(const QString &body)
{
    const mail::Mailbox sender{u"Ada"_s, u"ada@example.org"_s};
    const patch::FollowUp followUp = patch::parseFollowUp(body, sender);
    fuzz::checkTrailers(followUp.accepted);
    fuzz::checkTrailers(followUp.mismatched);
    for (const patch::Trailer &trailer : followUp.mismatched) {
        FUZZ_CHECK(trailer.kind == patch::Trailer::Kind::Person);
        FUZZ_CHECK(!followUp.accepted.contains(trailer));
        FUZZ_CHECK(trailer.mailbox().address.compare(sender.address, Qt::CaseInsensitive) != 0);
    }
    // A sender without a name or address vouches for nobody.
    for (const patch::Trailer &trailer : patch::parseFollowUp(body, {}).accepted)
        FUZZ_CHECK_TEXT(trailer.kind != patch::Trailer::Kind::Person, trailer.toString());
    // What is quoted is somebody else's, and so is what stands below a signature.
    QStringList quoted = body.split(u'\n');
    for (QString &line : quoted)
        line.prepend("> "_L1);
    FUZZ_CHECK(patch::parseFollowUp(quoted.join(u'\n'), sender).isEmpty());
    FUZZ_CHECK(patch::parseFollowUp("Thanks\n-- \n"_L1 + body, sender).isEmpty());
    // Saying it twice is saying it once.
    const patch::FollowUp twice = patch::parseFollowUp("\n"_L1 + body + "\n\n"_L1 + body, sender);
    if (!body.split(u'\n').contains("-- "_L1)) {
        FUZZ_CHECK(twice.accepted == followUp.accepted);
        FUZZ_CHECK(twice.mismatched == followUp.mismatched);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QString text = QString::fromUtf8(fuzz::inputBytes(data, size));
    checkCommitMessage(text);
    checkReply(text);
    return 0;
}
