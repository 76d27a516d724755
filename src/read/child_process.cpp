#include "read/child_process.h"

#include <array>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <memory>

#include <fcntl.h>
#include <fmt/core.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;

namespace synoptic::read {

namespace {

using Clock = std::chrono::steady_clock;

base::Diagnostic trouble(std::string message, std::string hint = {}) { return {.message = std::move(message), .hint = std::move(hint)}; }

// Ends the child if it still runs, and leaves no zombie.
class Child {
 public:
  explicit Child(pid_t id) : id_(id) {}
  ~Child() {
    if (id_ <= 0) return;
    kill(id_, SIGKILL);
    wait();
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  int wait() {
    int status = 0;
    while (waitpid(id_, &status, 0) < 0 && errno == EINTR) {
    }
    id_ = 0;
    return status;
  }

 private:
  pid_t id_;
};

struct Descriptor {
  int number = -1;
  ~Descriptor() { close(); }
  void close() {
    if (number >= 0) ::close(number);
    number = -1;
  }
};

pid_t spawn(const std::vector<std::string>& command, int input, int output, int& error) {
  std::vector<char*> arguments;
  for (const auto& argument : command) arguments.push_back(const_cast<char*>(argument.c_str()));
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, input, 0);
  posix_spawn_file_actions_adddup2(&actions, output, 1);
  posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
  pid_t id = 0;
  error = posix_spawnp(&id, arguments[0], &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  return error == 0 ? id : -1;
}

}  // namespace

base::Result<std::string> run_filter(const std::vector<std::string>& command, std::string_view input, const FilterLimits& limits) {
  const auto& program = command.front();
  // The input is a file: a child that stops reading cannot hurt us.
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::tmpfile(), std::fclose);
  if (!file || std::fwrite(input.data(), 1, input.size(), file.get()) != input.size() || std::fflush(file.get()) != 0) {
    return base::failure(trouble("no room for a temporary file", "free some space where temporary files are kept"));
  }
  std::rewind(file.get());
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) return base::failure(trouble("no pipe could be opened"));
  Descriptor out{ends[0]};
  Descriptor in{ends[1]};
  int error = 0;
  Child child(spawn(command, fileno(file.get()), in.number, error));
  if (error != 0) return base::failure(trouble(fmt::format("there is no program '{}'", program)));
  in.close();

  std::string text;
  std::array<char, 65536> buffer{};
  const auto deadline = Clock::now() + std::chrono::seconds(limits.seconds);
  for (;;) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
    pollfd wanted{out.number, POLLIN, 0};
    const int ready = left <= 0 ? 0 : poll(&wanted, 1, static_cast<int>(left));
    if (ready < 0 && errno == EINTR) continue;
    if (ready <= 0) return base::failure(trouble(fmt::format("{} took longer than {} seconds", program, limits.seconds), "the file may be broken on purpose"));
    const auto size = ::read(out.number, buffer.data(), buffer.size());
    if (size < 0 && errno == EINTR) continue;
    if (size <= 0) break;
    text.append(buffer.data(), static_cast<std::size_t>(size));
    if (text.size() > limits.output_bytes) return base::failure(trouble(fmt::format("{} wrote more than {} bytes", program, limits.output_bytes)));
  }
  const int status = child.wait();
  if (WIFEXITED(status) && WEXITSTATUS(status) == 127) return base::failure(trouble(fmt::format("there is no program '{}'", program)));
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) return base::failure(trouble(fmt::format("{} could not read the file", program), "the file may be damaged or cut off; fetch it again"));
  return text;
}

}  // namespace synoptic::read
