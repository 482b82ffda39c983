-- The newest of a customer's leads are asked for whenever one is found, however many there are.
create index event_of_a_customers_newest_lead on event ((payload::json -> 'customer' ->> 'id'), position desc)
    where type = 'baton.deal.lead-found.v1';
drop index event_of_a_customers_lead;
