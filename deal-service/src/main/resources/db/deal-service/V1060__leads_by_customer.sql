-- Whether a customer's lead is on its way already is asked whenever a person finds one.
create index event_of_a_customers_lead on event ((payload::json -> 'customer' ->> 'id'))
    where type = 'baton.deal.lead-found.v1';
