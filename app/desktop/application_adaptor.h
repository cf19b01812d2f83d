// SPDX-License-Identifier: GPL-3.0-or-later
// org.freedesktop.Application: how a desktop starts or raises the program and its actions.
#pragma once

#include <QDBusAbstractAdaptor>
#include <QStringList>
#include <QVariantList>
#include <QVariantMap>

#include <functional>

namespace unclench::app {

class ApplicationAdaptor : public QDBusAbstractAdaptor {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Application")
public:
    /// `raise(isSpasm)` is called for each wish. Not a signal: an adaptor's signals go out on the
    /// bus.
    ApplicationAdaptor(QObject* parent, std::function<void(bool)> raise)
        : QDBusAbstractAdaptor(parent), m_raise(std::move(raise))
    {
    }

public Q_SLOTS:
    void Activate(const QVariantMap&) { m_raise(false); }
    /// Files are not opened here; the window comes up all the same.
    void Open(const QStringList&, const QVariantMap&) { m_raise(false); }
    /// The action of the desktop entry: "spasm".
    void ActivateAction(const QString& name, const QVariantList&, const QVariantMap&)
    {
        m_raise(name == QLatin1String("spasm"));
    }

private:
    std::function<void(bool)> m_raise;
};

} // namespace unclench::app
