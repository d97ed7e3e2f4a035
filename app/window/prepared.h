#pragma once

#include "session/composition.h"

#include <QThreadPool>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>

namespace entente::window {

// What takes long to make of a large scenario, made in the background before anybody asks for it; whoever
// asks earlier waits. Of a small one it is made when it is asked for.
template <typename T> class Prepared
{
public:
    explicit Prepared(std::function<T(const domain::Scenario &)> make)
        : m_make(std::move(make))
    {
        m_pool.setMaxThreadCount(1);
    }
    ~Prepared()
    {
        drop();
        m_pool.waitForDone();
    }

    // Of another scenario from now on, which it keeps a copy of.
    void begin(const domain::Scenario &scenario)
    {
        drop();
        m_made = std::make_shared<Made>();
        m_made->scenario = scenario;
        if (session::isLarge(scenario)) {
            m_pool.start([made = m_made, make = m_make] {
                if (!made->isDropped)
                    made->value.emplace(make(made->scenario));
            });
        }
    }

    std::shared_ptr<const T> value()
    {
        m_pool.waitForDone();
        if (!m_made->value)
            m_made->value.emplace(m_make(m_made->scenario));
        return {m_made, &*m_made->value};
    }

private:
    struct Made
    {
        domain::Scenario scenario; // the value may point into it
        std::optional<T> value;
        std::atomic<bool> isDropped = false;
    };

    void drop()
    {
        if (m_made)
            m_made->isDropped = true;
    }

    std::function<T(const domain::Scenario &)> m_make;
    std::shared_ptr<Made> m_made = std::make_shared<Made>();
    QThreadPool m_pool; // of its own, so that asking waits for nothing else
};

} // namespace entente::window
