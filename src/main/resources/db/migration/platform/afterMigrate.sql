call platform.guard_rows();
