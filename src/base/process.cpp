#include "base/process.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <thread>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fmt/core.h>

extern char** environ;

namespace synoptic::base {

namespace {

// Opens /dev/null as the three standard streams, and puts the child in a process group of its own.
class SpawnPlan {
 public:
  SpawnPlan() {
    ::posix_spawn_file_actions_init(&files_);
    ::posix_spawn_file_actions_addopen(&files_, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    ::posix_spawn_file_actions_addopen(&files_, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    ::posix_spawn_file_actions_addopen(&files_, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    ::posix_spawnattr_init(&attributes_);
    ::posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETPGROUP);
    ::posix_spawnattr_setpgroup(&attributes_, 0);
  }
  ~SpawnPlan() {
    ::posix_spawn_file_actions_destroy(&files_);
    ::posix_spawnattr_destroy(&attributes_);
  }
  SpawnPlan(const SpawnPlan&) = delete;
  SpawnPlan& operator=(const SpawnPlan&) = delete;

  int spawn(pid_t& child, char* const* arguments) { return ::posix_spawn(&child, arguments[0], &files_, &attributes_, arguments, environ); }

 private:
  posix_spawn_file_actions_t files_;
  posix_spawnattr_t attributes_;
};

}  // namespace

std::optional<std::string> find_program(std::initializer_list<std::string_view> names) {
  const char* path = std::getenv("PATH");
  const std::string_view folders = path == nullptr ? std::string_view() : path;
  for (const auto name : names) {
    for (std::size_t at = 0; at < folders.size();) {
      const auto end = std::min(folders.find(':', at), folders.size());
      const std::string candidate = fmt::format("{}/{}", folders.substr(at, end - at), name);
      if (end > at && ::access(candidate.c_str(), X_OK) == 0) return candidate;
      at = end + 1;
    }
  }
  return std::nullopt;
}

Result<int> run_program(const std::vector<std::string>& arguments, std::chrono::seconds limit) {
  std::vector<std::string> copy = arguments;
  std::vector<char*> pointers;
  for (auto& argument : copy) pointers.push_back(argument.data());
  pointers.push_back(nullptr);
  pid_t child = 0;
  if (const int error = SpawnPlan().spawn(child, pointers.data()); error != 0) return failure(fmt::format("{} cannot be started: {}", copy.front(), std::strerror(error)));
  const auto deadline = std::chrono::steady_clock::now() + limit;
  for (;;) {
    int status = 0;
    const pid_t done = ::waitpid(child, &status, WNOHANG);
    if (done == child) {
      if (WIFEXITED(status)) return WEXITSTATUS(status);
      return failure(fmt::format("{} was ended by signal {}", copy.front(), WTERMSIG(status)));
    }
    if (done < 0 && errno != EINTR) return failure(fmt::format("{} cannot be waited for: {}", copy.front(), std::strerror(errno)));
    if (std::chrono::steady_clock::now() >= deadline) {
      ::kill(-child, SIGKILL);
      ::waitpid(child, &status, 0);
      return failure(fmt::format("{} took longer than {} seconds", copy.front(), limit.count()));
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
}

}  // namespace synoptic::base
