/**
 * Planning and doing: what a program registers is compared with what is recorded, the difference is
 * done through providers, and every step is recorded before and after. No protobuf, no HTTP.
 */
package dev.helium.engine.run;
