/// What a deal negotiates: needs, offers, the sales plan, approvals, and who was asked what. Values
/// and folds; no framework is known here.
@NullMarked
package dev.baton.deal.terms;

import org.jspecify.annotations.NullMarked;
