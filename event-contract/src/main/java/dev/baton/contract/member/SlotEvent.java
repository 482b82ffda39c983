package dev.baton.contract.member;

import dev.baton.contract.Require;

/// Places in a person's working memory: one per deal, reserved before a hand-off, released after it.
public sealed interface SlotEvent extends MemberEvent {
    String deal();

    /// @param weight what the deal takes of the person's capacity
    /// @param override taken above capacity, by a steward or because a manager said so
    record SlotReserved(String deal, int weight, boolean override, String reason) implements SlotEvent {
        public SlotReserved {
            Require.text("deal", deal);
            Require.notNegative("weight", weight);
            Require.text("reason", reason);
        }
    }

    /// The deal has arrived: the reserved slot is used now.
    record SlotConfirmed(String deal) implements SlotEvent {
        public SlotConfirmed {
            Require.text("deal", deal);
        }
    }

    /// The deal takes more or less of the person's capacity than before, since it asks more or less of
    /// them. A place that is held stays, whatever the person carries.
    ///
    /// @param weight from here on
    record SlotWeighed(String deal, int weight, String reason) implements SlotEvent {
        public SlotWeighed {
            Require.text("deal", deal);
            Require.notNegative("weight", weight);
            Require.text("reason", reason);
        }
    }

    record SlotReleased(String deal, String reason) implements SlotEvent {
        public SlotReleased {
            Require.text("deal", deal);
            Require.text("reason", reason);
        }
    }
}
