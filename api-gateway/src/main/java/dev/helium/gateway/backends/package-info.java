/**
 * What backends there are and what they take, as provisioners say it. Nothing here knows a program;
 * a backend that was never described can be asked for all the same.
 */
package dev.helium.gateway.backends;
