/** Answers written from stored bytes, and parameters that reads share. */
@NullMarked
package app.mita.query.web;

import org.jspecify.annotations.NullMarked;
