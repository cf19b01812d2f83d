// SPDX-License-Identifier: GPL-3.0-or-later
// org.freedesktop.Application: how a desktop starts or raises the program and its actions.
#pragma once

#include <QDBusAbstractAdaptor>
#include <QStringList>
#include <QVariantList>
#include <QVariantMap>

namespace unclench::app {

class ApplicationAdaptor : public QDBusAbstractAdaptor {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Application")
public:
    explicit ApplicationAdaptor(QObject* parent) : QDBusAbstractAdaptor(parent) {}

public Q_SLOTS:
    void Activate(const QVariantMap&) { Q_EMIT activated(false); }
    /// The action of the desktop entry: "spasm".
    void ActivateAction(const QString& name, const QVariantList&, const QVariantMap&)
    {
        Q_EMIT activated(name == QLatin1String("spasm"));
    }

Q_SIGNALS:
    void activated(bool isSpasm);
};

} // namespace unclench::app
