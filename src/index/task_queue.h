// Work for a few threads: one producer adds tasks and is held back when too much waits, and a task may add further ones itself (a large
// work is cut into pieces), which never wait and come first, so that memory stays bounded and nothing can block for ever.
//
//   TaskQueue<Lane> queue(64 << 20);   threads: while (auto task = queue.take()) { (*task)(lane); queue.done(); }
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>

namespace synoptic::index {

// `Worker` is what a thread has of its own.
template <class Worker>
class TaskQueue {
 public:
  using Task = std::function<void(Worker&)>;

  explicit TaskQueue(std::size_t most_bytes) : most_bytes_(most_bytes) {}

  // From the producer: waits while more than the bytes allowed are waiting. `bytes`: what the task holds in memory.
  void add(Task task, std::size_t bytes) {
    std::unique_lock lock(mutex_);
    if (waiting_bytes_ >= most_bytes_) {
      full_ = true;
      room_.wait(lock, [&] { return !full_; });
    }
    waiting_bytes_ += bytes;
    tasks_.push_back({std::move(task), bytes});
    ready_.notify_one();
  }
  // From within a task.
  void add_first(Task task) {
    const std::lock_guard lock(mutex_);
    tasks_.push_front({std::move(task), 0});
    ready_.notify_one();
  }
  // The producer has no more.
  void close() {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    ready_.notify_all();
  }
  // The next task; nothing when all is done for good. done() must follow each.
  std::optional<Task> take() {
    std::unique_lock lock(mutex_);
    ready_.wait(lock, [&] { return !tasks_.empty() || (closed_ && running_ == 0); });
    if (tasks_.empty()) return std::nullopt;
    Item item = std::move(tasks_.front());
    tasks_.pop_front();
    waiting_bytes_ -= item.bytes;
    ++running_;
    if (full_ && waiting_bytes_ <= most_bytes_ / 4) {
      full_ = false;
      room_.notify_one();
    }
    return std::move(item.task);
  }
  // What the tasks that nobody has taken hold in memory.
  std::size_t waiting_bytes() const { return waiting_bytes_; }
  void done() {
    const std::lock_guard lock(mutex_);
    --running_;
    if (running_ == 0) ready_.notify_all();
  }

 private:
  struct Item {
    Task task;
    std::size_t bytes;
  };
  std::mutex mutex_;
  std::condition_variable ready_;
  std::condition_variable room_;
  std::deque<Item> tasks_;
  std::atomic<std::size_t> waiting_bytes_ = 0;
  std::size_t most_bytes_;
  std::size_t running_ = 0;
  bool full_ = false;  // until most of it is taken: a producer that is woken for each task changes places with a worker each time
  bool closed_ = false;
};

}  // namespace synoptic::index
