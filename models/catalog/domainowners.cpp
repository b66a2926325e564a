// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalog/domainowners.h"

#include <QHash>
#include <QSet>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace loredesk::catalog {

namespace {

// Who has several domains, or one that does not say who they are. A domain that stands for itself needs no
// line.
const QHash<QString, QString> &shippedOwners()
{
    struct Owner
    {
        const char *name;
        QStringList domains;
    };
    static const QHash<QString, QString> owners = [] {
        const Owner list[] = {
            {"Alibaba", {u"alibaba-inc.com"_s, u"linux.alibaba.com"_s, u"alibaba.com"_s, u"antgroup.com"_s}},
            {"Amazon", {u"amazon.com"_s, u"amazon.de"_s, u"amazon.co.uk"_s, u"amazon.es"_s}},
            {"AMD", {u"amd.com"_s, u"xilinx.com"_s}},
            {"Analog Devices", {u"analog.com"_s, u"maximintegrated.com"_s}},
            {"Apple", {u"apple.com"_s}},
            {"Arm", {u"arm.com"_s}},
            {"Bootlin", {u"bootlin.com"_s, u"free-electrons.com"_s}},
            {"Broadcom", {u"broadcom.com"_s, u"vmware.com"_s}},
            {"ByteDance", {u"bytedance.com"_s}},
            {"Canonical", {u"canonical.com"_s, u"ubuntu.com"_s}},
            {"Cisco", {u"cisco.com"_s}},
            {"Citrix", {u"citrix.com"_s, u"cloud.com"_s, u"vates.tech"_s}},
            {"Collabora", {u"collabora.com"_s, u"collabora.co.uk"_s}},
            {"Debian", {u"debian.org"_s}},
            {"Fujitsu", {u"fujitsu.com"_s, u"cn.fujitsu.com"_s, u"jp.fujitsu.com"_s}},
            {"Google", {u"google.com"_s, u"chromium.org"_s, u"android.com"_s}},
            {"Huawei",
             {u"huawei.com"_s, u"hisilicon.com"_s, u"huawei-partners.com"_s, u"h-partners.com"_s,
              u"huaweicloud.com"_s}},
            {"IBM", {u"ibm.com"_s}},
            {"Igalia", {u"igalia.com"_s}},
            {"Intel", {u"intel.com"_s}},
            {"Linaro", {u"linaro.org"_s}},
            {"Loongson", {u"loongson.cn"_s}},
            {"Marvell", {u"marvell.com"_s, u"cavium.com"_s}},
            {"MediaTek", {u"mediatek.com"_s}},
            {"Meta", {u"meta.com"_s, u"fb.com"_s, u"facebook.com"_s}},
            {"Microchip", {u"microchip.com"_s, u"atmel.com"_s}},
            {"Microsoft", {u"microsoft.com"_s, u"linux.microsoft.com"_s}},
            {"NVIDIA", {u"nvidia.com"_s, u"mellanox.com"_s}},
            {"NXP", {u"nxp.com"_s, u"oss.nxp.com"_s, u"freescale.com"_s}},
            {"Oracle", {u"oracle.com"_s}},
            {"Pengutronix", {u"pengutronix.de"_s}},
            {"Qualcomm", {u"qualcomm.com"_s, u"quicinc.com"_s, u"codeaurora.org"_s}},
            {"Red Hat", {u"redhat.com"_s, u"fedoraproject.org"_s}},
            {"Renesas", {u"renesas.com"_s}},
            {"Samsung", {u"samsung.com"_s}},
            {"Siemens", {u"siemens.com"_s}},
            {"Sony", {u"sony.com"_s}},
            {"STMicroelectronics", {u"st.com"_s, u"foss.st.com"_s}},
            {"SUSE", {u"suse.com"_s, u"suse.de"_s, u"suse.cz"_s, u"novell.com"_s}},
            {"Tencent", {u"tencent.com"_s}},
            {"Texas Instruments", {u"ti.com"_s}},
            {"Ventana", {u"ventanamicro.com"_s}},
        };
        QHash<QString, QString> map;
        for (const Owner &owner : list) {
            for (const QString &domain : owner.domains)
                map.insert(domain, QString::fromLatin1(owner.name));
        }
        return map;
    }();
    return owners;
}

/// What stands before a country's two letters where names are given out one below: co.uk, com.cn, ac.jp.
bool isCommonBelowCountry(const QString &label)
{
    static const QSet<QString> labels{u"co"_s,  u"com"_s, u"net"_s, u"org"_s, u"ac"_s, u"edu"_s,
                                      u"gov"_s, u"or"_s,  u"ne"_s,  u"go"_s,  u"gr"_s, u"res"_s};
    return labels.contains(label);
}

} // namespace

QString ownerOfDomain(const QString &domain)
{
    const QHash<QString, QString> &owners = shippedOwners();
    for (qsizetype from = 0; from < domain.size();) {
        const auto owner = owners.constFind(domain.sliced(from));
        if (owner != owners.constEnd())
            return *owner;
        const qsizetype dot = domain.indexOf(u'.', from);
        if (dot < 0)
            break;
        from = dot + 1;
    }
    const QStringList labels = domain.split(u'.', Qt::SkipEmptyParts);
    // A literal address ([192.0.2.1]) has no name above it.
    if (labels.size() <= 2 || domain.contains(u'['))
        return domain;
    const bool deep = labels.constLast().size() == 2 && isCommonBelowCountry(labels[labels.size() - 2]);
    return labels.sliced(labels.size() - (deep ? 3 : 2)).join(u'.');
}

} // namespace loredesk::catalog
