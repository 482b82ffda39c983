package dev.baton.projections.testing;

import dev.baton.contract.Holder;
import dev.baton.contract.Role;
import dev.baton.contract.deal.ClosingEvent.Outcome;
import dev.baton.contract.deal.ServiceEvent.CalendarVersion;
import dev.baton.contract.deal.ServiceEvent.CaseOpened;
import dev.baton.contract.deal.ServiceEvent.CommitmentBreached;
import dev.baton.contract.deal.ServiceEvent.CommitmentFulfilled;
import dev.baton.contract.deal.ServiceEvent.CommitmentMade;
import dev.baton.contract.deal.ServiceEvent.Priority;
import dev.baton.contract.deal.ServiceEvent.SatisfactionRecorded;
import dev.baton.contract.deal.ServiceEvent.ServiceEnded;
import dev.baton.contract.deal.ServiceEvent.ServiceOutcome;
import dev.baton.contract.responsibility.AccountabilityFact.EndCause;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityEnded;
import dev.baton.contract.responsibility.AccountabilityFact.TransferCause;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;

/// An office of any size: the same seed writes the same events.
public final class RandomOffice {
    private static final List<String> TERRITORIES = List.of("East", "West", "Central");
    private static final List<String> PRODUCTS = List.of("GTX Pro", "GTX Basic", "MG Special", "MG Advanced");
    private static final List<Holder> EXECUTIVES = List.of(SmallOffice.ANNA, SmallOffice.BERT);

    private final EventBook book = new EventBook();
    private final SmallOffice office = new SmallOffice(book);
    private final Random random;

    private RandomOffice(long seed) {
        random = new Random(seed);
    }

    public static EventBook written(long seed, int deals) {
        RandomOffice it = new RandomOffice(seed);
        it.office.joins(SmallOffice.RITA, "Rita Reyes", 10 * deals);
        it.office.joins(SmallOffice.ANNA, "Anna Snelling", deals, "East", "West");
        it.office.joins(SmallOffice.BERT, "Bert Moll", deals, "Central");
        it.office.joins(SmallOffice.SAM, "Sam Okoro", deals);
        for (int deal = 0; deal < deals; deal++) {
            it.deal("random-" + deal);
        }
        return it.book;
    }

    private void deal(String deal) {
        String territory = any(TERRITORIES);
        Instant found = Instant.parse("2026-01-01T12:00:00Z").plus(random.nextInt(300), ChronoUnit.DAYS);
        office.found(deal, found.toString(), territory, any(PRODUCTS), random.nextInt(10) == 0 ? null : value());
        if (random.nextInt(10) > 0) {
            qualified(deal, found.plus(random.nextInt(20), ChronoUnit.DAYS), territory);
        }
    }

    private void qualified(String deal, Instant at, String territory) {
        Holder executive = any(EXECUTIVES);
        office.qualified(deal, at.toString());
        boolean late = random.nextBoolean();
        if (!late) {
            book.after(random.nextInt(90));
            office.handsOver(deal, at.toString(), SmallOffice.RITA, executive, 1, TransferCause.LEAD_QUALIFIED);
        }
        Instant closed = at.plus(1L + random.nextInt(120), ChronoUnit.DAYS);
        int fate = random.nextInt(4);
        if (fate < 3) {
            office.closed(deal, closed.toString(), fate == 2 ? Outcome.LOST : Outcome.WON, value());
        }
        if (late) {
            office.handsOver(deal, at.toString(), SmallOffice.RITA, executive, 1, TransferCause.LEAD_QUALIFIED);
        }
        office.takesSlot(executive, deal, at.toString());
        afterwards(deal, closed.toString(), executive, fate, territory);
    }

    private void afterwards(String deal, String closed, Holder executive, int fate, String territory) {
        if (fate == 0) {
            book.after(random.nextInt(600));
            office.handsOver(deal, closed, executive, SmallOffice.SAM, 2, TransferCause.CLOSED_WON);
            office.inSupport(deal, closed);
            served(deal, closed);
            office.releasesSlot(executive, deal, closed);
            office.takesSlot(SmallOffice.SAM, deal, closed);
        } else if (fate == 1 && random.nextInt(5) == 0) {
            office.queued(deal, closed, Role.CUSTOMER_SUPPORT_REPRESENTATIVE, territory);
        } else if (fate == 2) {
            office.ended(deal, closed, executive, 1);
            office.releasesSlot(executive, deal, closed);
        }
    }

    private void served(String deal, String at) {
        for (int promise = random.nextInt(3); promise > 0; promise--) {
            String name = "promise-" + promise;
            book.deal(
                    deal,
                    at,
                    new CommitmentMade(name, "Spare parts", 480, Instant.parse(at), new CalendarVersion("default", 0)));
            if (random.nextBoolean()) {
                book.deal(deal, at, new CommitmentBreached(name, Instant.parse(at)));
            }
            if (random.nextBoolean()) {
                book.deal(deal, at, new CommitmentFulfilled(name, null));
            }
        }
        if (random.nextBoolean()) {
            book.deal(deal, at, new CaseOpened("C-1", "It stops", Priority.HIGH));
            book.deal(deal, at, new SatisfactionRecorded(1 + random.nextInt(5), null));
        }
        if (random.nextInt(4) == 0) {
            book.deal(deal, at, new ServiceEnded(any(List.of(ServiceOutcome.values())), "so it is"));
            book.responsibility(deal, at, new ResponsibilityEnded(SmallOffice.SAM, 2, EndCause.SERVICE_ENDED));
        }
    }

    private String value() {
        return "USD " + (100 + random.nextInt(9_000)) + ".00";
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
