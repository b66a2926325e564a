// SPDX-License-Identifier: GPL-3.0-or-later
// What a subject says before its title.
#include "models/patch/subjectprefix.h"
#include "tests/fuzz/fuzzing.h"

using namespace loredesk;
using namespace Qt::StringLiterals;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QString subject = QString::fromUtf8(fuzz::inputBytes(data, size));
    const patch::SubjectPrefix prefix = patch::parseSubject(subject);
    FUZZ_CHECK(prefix.version >= 0 && prefix.version <= 9999);
    FUZZ_CHECK(prefix.subversion >= 0 && prefix.subversion <= 999);
    FUZZ_CHECK(prefix.index >= 0 && prefix.index <= 9999);
    FUZZ_CHECK(prefix.total >= 1 && prefix.total <= 9999);
    FUZZ_CHECK(prefix.indexInferred == prefix.totalInferred);
    FUZZ_CHECK(!prefix.indexInferred || (prefix.index == 1 && prefix.total == 1));
    FUZZ_CHECK(!prefix.versionInferred || (prefix.version == 1 && prefix.subversion == 0));
    FUZZ_CHECK(!prefix.reply || !prefix.isPosting());

    const QString plain = subject.simplified();
    fuzz::checkText(prefix.title);
    FUZZ_CHECK_TEXT(plain.endsWith(prefix.title), prefix.title);
    FUZZ_CHECK(prefix.title == prefix.title.simplified());
    for (const QString &tag : prefix.tags) {
        fuzz::checkText(tag);
        FUZZ_CHECK(!tag.isEmpty() && tag == tag.simplified());
        FUZZ_CHECK_TEXT(plain.contains(tag), tag);
    }

    // How it was folded makes no difference, and an answer is an answer to whatever it is.
    FUZZ_CHECK(patch::parseSubject(plain) == prefix);
    FUZZ_CHECK(patch::parseSubject(u"  "_s + QString(plain).replace(u' ', "\t "_L1) + u'\n') == prefix);
    const patch::SubjectPrefix reply = patch::parseSubject("Re: "_L1 + subject);
    FUZZ_CHECK(reply.reply && !reply.isPosting());
    FUZZ_CHECK(plain.endsWith(reply.title));
    // A title in a bracket of ours is read as what it is told to be.
    const patch::SubjectPrefix ours = patch::parseSubject(u"[PATCH v7 3/9] x: "_s + subject);
    FUZZ_CHECK(ours.patch && ours.version == 7 && ours.index == 3 && ours.total == 9 && !ours.reply);
    FUZZ_CHECK(ours.title == QString(u"x: "_s + subject).simplified());
    return 0;
}
