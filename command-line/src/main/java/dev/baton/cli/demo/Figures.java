package dev.baton.cli.demo;

import java.math.BigDecimal;
import java.util.Map;

/// The demo's summary, as Baton's reports have it.
///
/// @param open at PROSPECTING to AGREED
/// @param winRateByCount won ÷ (won + lost), percent
/// @param openValue in USD, at list price
/// @param wonCycleMedian LeadFound to close in days, 90th percentile by nearest rank
/// @param executivesGranted requested executives who got the deal, `executivesRefused` those who did not
/// @param queuedByTerritory won deals that wait for support
record Figures(
        long leads,
        long qualified,
        long won,
        long lost,
        long open,
        BigDecimal wonValue,
        BigDecimal winRateByCount,
        BigDecimal winRateByValue,
        BigDecimal openValue,
        long wonCycleMedian,
        long wonCycleP90,
        long executivesGranted,
        long executivesRefused,
        long inSupport,
        long queued,
        Map<String, Long> queuedByTerritory) {}
