@org.jspecify.annotations.NullMarked
package dev.baton.deal.service;
