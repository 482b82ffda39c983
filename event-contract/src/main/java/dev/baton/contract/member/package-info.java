@NullMarked
package dev.baton.contract.member;

import org.jspecify.annotations.NullMarked;
