/** What has to hold when all is over; each rule reads its evidence and changes nothing. */
package dev.helium.story.chaos.check;
