package dev.baton.contract.member;

/// Every fact about one person in one role; the role is in the event's `subject`.
public sealed interface MemberEvent permits CounselEvent, EmploymentEvent, SlotEvent {}
