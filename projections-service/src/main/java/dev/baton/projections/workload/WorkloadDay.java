package dev.baton.projections.workload;

import dev.baton.contract.Role;
import java.time.LocalDate;

/// @param intake deals for which the person became accountable on that day (UTC)
/// @param declines offers that they declined on that day
public record WorkloadDay(LocalDate day, Role role, String member, long intake, long declines) {}
