// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/log_file.h"

#include "app/desktop/folders.h"
#include "core/store/files.h"

#include <spdlog/sinks/null_sink.h>
#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/spdlog.h>

namespace unclench::app {

void openLog()
{
    constexpr std::size_t kSize = 512 * 1024;
    constexpr std::size_t kOlder = 2;
    spdlog::sink_ptr sink;
    try {
        makePrivateFolder(stateFolder());
        makePrivateFile(stateFolder() / "unclench.log");
        sink = std::make_shared<spdlog::sinks::rotating_file_sink_st>(
            (stateFolder() / "unclench.log").string(), kSize, kOlder);
    } catch (const std::runtime_error&) {
        // spdlog's own error or StorageError: a log that cannot be kept is no reason to stop.
        sink = std::make_shared<spdlog::sinks::null_sink_st>();
    }
    auto logger = std::make_shared<spdlog::logger>("unclench", std::move(sink));
    logger->flush_on(spdlog::level::warn);
    spdlog::set_default_logger(std::move(logger));
}

} // namespace unclench::app
