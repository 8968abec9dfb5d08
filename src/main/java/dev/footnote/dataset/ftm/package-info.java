/**
 * Reads FollowTheMoney entities, one JSON object a line, in any order. {@link dev.footnote.dataset.ftm.FtmDataset} is
 * the entry point.
 */
package dev.footnote.dataset.ftm;
