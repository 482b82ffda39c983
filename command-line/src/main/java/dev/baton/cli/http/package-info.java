@NullMarked
package dev.baton.cli.http;

import org.jspecify.annotations.NullMarked;
