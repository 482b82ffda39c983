package dev.baton.cli.demo;

/// A row of `sales_teams.csv`.
record Agent(String name, String manager, String office) {}
