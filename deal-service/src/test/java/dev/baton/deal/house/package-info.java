package dev.baton.deal.house;
