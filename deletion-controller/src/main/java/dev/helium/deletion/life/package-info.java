/** What the log says of each life, as far as it says what has to be found of it. Pure. */
package dev.helium.deletion.life;
