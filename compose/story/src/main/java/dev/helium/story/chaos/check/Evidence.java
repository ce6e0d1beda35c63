package dev.helium.story.chaos.check;

import dev.helium.domain.WorkspaceView;
import dev.helium.story.Answer;
import dev.helium.story.chaos.fault.Struck;
import dev.helium.story.chaos.journal.Journal;
import dev.helium.story.chaos.user.Abilities;
import dev.helium.story.chaos.user.Asked;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Everything there is to judge by, gathered when the world has settled.
 *
 * @param views what the events make of each name
 * @param told what the API says of each name
 * @param toldAgain the same from a gateway whose map was empty a moment ago
 * @param listed the names that the API lists
 * @param claimed what the API says of each owner's quotas
 * @param kubeconfig with which the cluster is looked at
 * @param state the folder that the provisioners share
 */
public record Evidence(
    Journal journal,
    Map<String, WorkspaceView> views,
    Abilities abilities,
    List<Asked> asked,
    List<Struck> struck,
    Map<String, Answer> told,
    Map<String, Answer> toldAgain,
    List<String> listed,
    Map<String, Answer> claimed,
    Path kubeconfig,
    Path state) {}
