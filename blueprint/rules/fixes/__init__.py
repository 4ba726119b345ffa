"""One-click fixes: what turns a finding into the change that removes it."""
