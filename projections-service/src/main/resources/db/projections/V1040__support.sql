-- What became of customers after the sale, in every generation that there is. Nothing has happened after a sale before
-- this version: what the rows say of deals that are there already is in their stories.
do $$
declare
    it text;
begin
    for it in select name from generation where to_regnamespace(name) is not null loop
        execute format('
            create table %1$I.support_deal (
                deal_id               text        primary key,
                customer_id           text,
                customer_name         text,
                found_at              timestamptz not null,
                origin_deal           text,
                origin_kind           text,
                raised_by             text,
                won_at                timestamptz,
                handed_at             timestamptz,
                onboarding_started_at timestamptz,
                onboarded_at          timestamptz,
                scores                int         not null,
                score_sum             int         not null,
                satisfied             int         not null,
                last_score            int,
                renewal_on            date,
                ended_at              timestamptz,
                service_outcome       text,
                end_reason            text
            ) with (fillfactor = 70);
            create table %1$I.commitment (
                deal_id      text        not null,
                commitment   text        not null,
                what         text        not null,
                promised_at  timestamptz not null,
                due_at       timestamptz not null,
                fulfilled_at timestamptz,
                breached_at  timestamptz,
                voided_at    timestamptz,
                primary key (deal_id, commitment)
            ) with (fillfactor = 70);
            create table %1$I.support_case (
                deal_id     text        not null,
                ticket      text        not null,
                subject     text        not null,
                priority    text        not null,
                opened_at   timestamptz not null,
                resolved_at timestamptz,
                primary key (deal_id, ticket)
            ) with (fillfactor = 70);
            insert into %1$I.support_deal (deal_id, customer_id, customer_name, found_at, won_at, handed_at, scores,
                                           score_sum, satisfied)
            select f.deal_id, f.data -> ''customer'' ->> ''id'', f.data -> ''customer'' ->> ''name'', f.occurred_at,
                   c.occurred_at, h.occurred_at, 0, 0, 0
            from %1$I.deal_timeline f
            left join %1$I.deal_timeline c on c.deal_id = f.deal_id and c.type = ''baton.deal.closed.v1''
                                          and c.data ->> ''outcome'' = ''WON''
            left join %1$I.deal_timeline h on h.deal_id = f.deal_id and h.type = ''baton.deal.handed-to-support.v1''
            where f.type = ''baton.deal.lead-found.v1''', it);
    end loop;
end
$$;
