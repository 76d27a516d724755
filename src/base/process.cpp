#include "base/process.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>
#include <optional>
#include <thread>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;

namespace synoptic::base {

namespace {

using Clock = std::chrono::steady_clock;

// One end of a pipe, closed when it is not needed any more.
class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(other.number_) { other.number_ = -1; }
  Descriptor& operator=(Descriptor&& other) noexcept {
    close();
    number_ = other.number_;
    other.number_ = -1;
    return *this;
  }
  ~Descriptor() { close(); }
  void close() {
    if (number_ >= 0) ::close(number_);
    number_ = -1;
  }
  int number() const { return number_; }
  bool is_open() const { return number_ >= 0; }

 private:
  int number_ = -1;
};

struct Pipe {
  Descriptor read, write;
  static std::optional<Pipe> make() {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) return std::nullopt;
    return Pipe{Descriptor(ends[0]), Descriptor(ends[1])};
  }
};

class Child {
 public:
  explicit Child(pid_t id) : id_(id) {}
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  ~Child() {
    if (!ended_) end_by_force();
  }
  void end_by_force() {
    ::kill(-id_, SIGKILL);  // its own process group: what it has started ends, too
    wait();
  }
  // Waits until then; nothing if it has not ended.
  std::optional<int> wait_until(Clock::time_point end) {
    int status = 0;
    while (::waitpid(id_, &status, WNOHANG) != id_) {
      if (Clock::now() >= end) return std::nullopt;
      std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
    ended_ = true;
    return code(status);
  }
  void wait() {
    int status = 0;
    while (::waitpid(id_, &status, 0) < 0 && errno == EINTR) {
    }
    ended_ = true;
  }

 private:
  static int code(int status) { return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + (WIFSIGNALED(status) ? WTERMSIG(status) : 0); }

  pid_t id_;
  bool ended_ = false;
};

tl::unexpected<Diagnostic> trouble(const std::string& program, const std::string& what, std::string hint) {
  Diagnostic diagnostic;
  diagnostic.message = program + " " + what;
  diagnostic.hint = std::move(hint);
  return tl::unexpected(std::move(diagnostic));
}

// The child in a process group of its own, its three streams on the pipes; an error number where it cannot be started.
int spawn(const std::vector<std::string>& arguments, const Pipe& in, const Pipe& out, const Pipe& err, pid_t& id) {
  std::vector<char*> words;
  for (const auto& argument : arguments) words.push_back(const_cast<char*>(argument.c_str()));
  words.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, in.read.number(), STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, out.write.number(), STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, err.write.number(), STDERR_FILENO);
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF);
  posix_spawnattr_setpgroup(&attributes, 0);
  sigset_t defaults;
  sigemptyset(&defaults);
  sigaddset(&defaults, SIGPIPE);
  posix_spawnattr_setsigdefault(&attributes, &defaults);
  const int error = posix_spawnp(&id, words[0], &actions, &attributes, words.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  return error;
}

// SIGPIPE is ignored while we write to a child that may have gone away.
class QuietPipes {
 public:
  QuietPipes() : before_(std::signal(SIGPIPE, SIG_IGN)) {}
  ~QuietPipes() {
    if (before_ != SIG_ERR) std::signal(SIGPIPE, before_);
  }
  QuietPipes(const QuietPipes&) = delete;
  QuietPipes& operator=(const QuietPipes&) = delete;

 private:
  void (*before_)(int);
};

// What is there of one stream; closes it at its end. False if it grew beyond the limit.
bool take(Descriptor& from, std::string& to, std::size_t limit, bool drop_rest) {
  std::array<char, 65536> buffer;
  const auto count = ::read(from.number(), buffer.data(), buffer.size());
  if (count < 0 && (errno == EINTR || errno == EAGAIN)) return true;
  if (count <= 0) {
    from.close();
    return true;
  }
  const auto room = limit - to.size();
  to.append(buffer.data(), std::min(room, static_cast<std::size_t>(count)));
  return drop_rest || static_cast<std::size_t>(count) <= room;
}

void give(Descriptor& to, std::string_view& input) {
  const auto count = ::write(to.number(), input.data(), input.size());
  if (count > 0) input.remove_prefix(static_cast<std::size_t>(count));
  const bool gone = count < 0 && errno != EINTR && errno != EAGAIN;
  if (input.empty() || gone) to.close();
}

}  // namespace

Result<ProgramOutput> run_program(const std::vector<std::string>& arguments, std::string_view input, const ProgramLimits& limits) {
  const std::string& program = arguments.at(0);
  auto in = Pipe::make(), out = Pipe::make(), err = Pipe::make();
  if (!in || !out || !err) return trouble(program, std::string("cannot be started: ") + std::strerror(errno), "too many files may be open");
  const QuietPipes quiet;
  pid_t id = 0;
  if (const int error = spawn(arguments, *in, *out, *err, id); error != 0) {
    return trouble(program, std::string("cannot be started: ") + std::strerror(error), "install the program, or put it into $PATH");
  }
  Child child(id);
  in->read.close(), out->write.close(), err->write.close();
  for (const int number : {in->write.number(), out->read.number(), err->read.number()}) ::fcntl(number, F_SETFL, O_NONBLOCK);
  if (input.empty()) in->write.close();

  constexpr std::size_t most_errors = 4096;
  ProgramOutput result;
  const auto too_late = [&] {
    child.end_by_force();
    return trouble(program, "did not end within " + std::to_string(limits.seconds) + " seconds and was stopped", "the file may be damaged");
  };
  const auto end = Clock::now() + std::chrono::seconds(limits.seconds);
  while (out->read.is_open() || err->read.is_open()) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now()).count();
    if (left <= 0) return too_late();
    // Negative numbers are passed over by poll(): streams that are closed.
    std::array<pollfd, 3> streams{{{in->write.number(), POLLOUT, 0}, {out->read.number(), POLLIN, 0}, {err->read.number(), POLLIN, 0}}};
    if (::poll(streams.data(), streams.size(), static_cast<int>(left)) <= 0) continue;
    if (streams[0].revents != 0) give(in->write, input);
    if (streams[1].revents != 0 && !take(out->read, result.output, limits.output_bytes, false)) {
      child.end_by_force();
      return trouble(program, "wrote more than " + std::to_string(limits.output_bytes >> 20) + " MiB and was stopped", "the file may be damaged");
    }
    if (streams[2].revents != 0) take(err->read, result.errors, most_errors, true);
  }
  const auto status = child.wait_until(end);
  if (!status) return too_late();
  result.status = *status;
  return result;
}

}  // namespace synoptic::base
