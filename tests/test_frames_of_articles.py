# ruff: noqa: E501, RUF001 - the parts read best in rows, and dashes of every kind are parts
"""Articles put together from known parts: header lines, headline, byline, dateline, headings, lists, what stands around.

What each part is, is known before anything is read. Each form of a part stands in articles with and without byline
and dateline, in each layout; the parts beside it go round. All names are fiction.
"""

import re
import textwrap
from itertools import product

import hustings as hs
import pytest

OTHER = {"header", "bullet", "note", "slug", "table_row", "credit", "direction", "trailer"}

# `¶` divides the mark of a version from the headline.
HEADLINES = """
Harbour board meets in vain ‖ Talvora port opens after nine years of work ‖ Talvora Port Opens After Nine Years of
Work ‖ TALVORA PORT OPENS AFTER NINE YEARS OF WORK ‖ Vell: Port will open in May ‖ Vell says port "will never open" ‖
'Nothing was agreed': board leaves without a word ‖ Why did the port of Talvora close? ‖ Explainer: What the port deal
means for Norland ‖ Analysis-Norland's port deal leaves both sides poorer ‖ UPDATE 2-Norland port shuts as strike
spreads ‖ Norland, Lutonia sign port deal; unions call it a farce ‖ Port opens - harbour master ‖ EXCLUSIVE: Norland
weighs sale of Talvora port, sources say ‖ Interview: Norland's port is "a gift", says scholar ‖ Norland to cut 3,000
port jobs by 2035 ‖ Five dead in ferry fire off Talvora ‖ Port of Talvora: what we know so far ‖ (LEAD) ¶ Norland shuts
port of Talvora ‖ U.S. and Norland agree to share port ‖ URGENT: ¶ Norland shuts port of Talvora ‖ Roundup: Norland's
harvest brings hope, profit ‖ Norland's Vell, 71, to leave office ‖ Strike shuts Talvora's port, leaving ships at
anchor and shops without bread as talks drag on
"""
# Lines above the headline. `‖` divides forms, `¶` the lines of one.
ABOVE = """
2031-03-04 ‖ March 4, 2031 ‖ Published: March 4, 2031 ‖ BC-PORT STRIKE, 1st Ld-Writethru ‖ PORT-STRIKE/UPDATE 2 ‖
NORTHERN WIRE ‖ WORLD NEWS ‖ World ‖ Source: Northern Wire ‖ URGENT ‖ Date: 2031-03-04 ‖ Politics ‖ 04/03/2031 06:14
PM EDT ‖ World News ¶ March 4, 2031 ‖ Northern Wire ¶ 4 March 2031 ‖ Northern Wire ‖ (Adds details, quotes) ‖ date
2031-03-04 ‖ Business | March 4, 2031 ‖ PORT-STRIKE (UPDATE 1, PIX) ‖ NW 2031-03-04
"""
# Lines of day and hour below it.
DATES = """
March 4, 2031 10:12 AM UTC Updated 2 hours ago ‖ March 4, 2031 / 10:12 AM / Updated 2 hours ago ‖ Published: March 4,
2031 ‖ Published March 4, 2031 at 10:12 a.m. EST ‖ 2031-03-04 10:12 GMT ‖ Last updated March 4, 2031 at 10:12 a.m. ‖
Last Updated: Mar 04, 2031, 10:12 PM IST ‖ Updated 2 hours ago ‖ Updated: 10:12 AM, March 4, 2031 ‖ 4 March 2031 |
10:12 ‖ Mon, Mar 4, 2031 10:12am ‖ 10:12 AM · Mar 4, 2031 ‖ Published 4 March 2031, 10:12 GMT ‖ First published on Mon
4 Mar 2031 06.00 GMT ‖ Updated at 10:12 a.m. ET March 4, 2031 ‖ Northern Wire | March 4, 2031 ‖ Monday 04 March 2031,
15:20 ‖ 4 Mar 2031, 10:12 ‖ 5 min read ‖ March 4, 2031 10:12 AM GMT+8 ‖ March 4, 2031 - 10:12 ‖ 2 hours ago ‖ Tuesday,
March 4, 2031 ‖ Xinlu, Updated: 2031-03-04 08:12 ‖ Posted on Mar 4, 2031 ‖ 04 MAR 2031 10:12 AM ET ‖ Published - March
04, 2031 10:12 pm IST ‖ All News 10:12 March 04, 2031 ‖ 4 March 2031, 10:12 UTC+3 ‖ 2031-03-04 10:12:33 ‖ Source:
Northern Wire | 2031-03-04 10:12:33 | Editor: velda ‖ March 4th, 2031 ‖ Date Created: 04/03/2031 10:12 ‖ Published:
March 4, 2031 ¶ Updated: March 5, 2031 ‖ March 4, 2031
"""
BYLINES = """
By Ida Vell ‖ By Ida Vell and Hal Orr ‖ By Ida Vell, Hal Orr and Mara Lund ‖ By IDA VELL ‖ By IDA VELL and HAL ORR ‖
By IDA VELL Associated Wire ‖ By IDA VELL, Associated Wire ‖ IDA VELL, Associated Wire ‖ IDA VELL and HAL ORR
Associated Wire ‖ Ida Vell | Northern Wire ‖ By Ida Vell | Northern Wire ‖ Northern Wire Staff ‖ By Northern Wire
Staff ‖ By Ida Vell, Staff Writer ‖ By Ida Vell, Northern Wire ‖ By Ida Vell in Talvora ‖ By Ida Vell for Northern
Wire ‖ by Ida Vell, Hal Orr ‖ By Ida Vell-Orr and Jean-Luc D'Arcy ‖ By Our Correspondent ‖ Our Correspondent ‖ Staff
Reporter ‖ Ida Vell ‖ Ida Vell and Hal Orr ‖ Ida Vell, Hal Orr ‖ Ida Vell, Talvora ‖ Ida Vell in Talvora ‖ By Ida
Vell, Talvora ‖ From Ida Vell in Talvora ‖ Written by Ida Vell ‖ By: Ida Vell ‖ Reporting by Ida Vell ‖ By Xinlu
writer Ida Vell ‖ by Northern Wire writers Ida Vell, Hal Orr ‖ By Ida Vell and Hal Orr in Talvora and Mara Lund in
Oban ‖ By staff reporter Ida Vell ‖ By the Associated Wire ‖ By Agence Nord ‖ By Hal Orr, Political Editor ‖ By Dr Ida
Vell ‖ By Muhammad bin Salim Al-Vell ‖ by Ida Vell, Northern Wire Correspondent ‖ BY IDA VELL ‖ Ida Vell, political
correspondent ‖ By Ida Vell, Northern Wire Science Writer ‖ By Ida Vell (Northern Wire) ‖ By Ida Vell and Hal Orr,
Northern Wire ‖ Story by Ida Vell ‖ IDA VELL ‖ By Ida Vell ¶ Northern Wire Staff Writer
"""
DECKS = """
Members leave the room without a word ‖ Board says it will meet again in May, when the ice has gone from the northern
channel ‖ Board Leaves Room Without a Word
"""
NOTES = """
(Adds details, quotes) ‖ (Updates with quotes from Vell in paragraph 3) ‖ (Corrects spelling in paragraph 3) ‖
(Recasts with market reaction; adds byline) ‖ (Updates throughout) ‖ (Corrects spelling of Vell in paragraph 3.) ‖
Eds: Updates with quotes. ‖ (EDS: UPDATING WITH VOTE) ‖ (Refiles to fix typo in headline) ‖ CORRECTION: An earlier
version gave the wrong day. ‖ Correction: An earlier version of this story gave the wrong day. ‖ (ATTN: ADDS quotes in
paras 3-5; CHANGES headline) ‖ (ATTN: UPDATES throughout with details) ‖ [This story has been updated.] ‖ (Removes
extraneous word in headline) ‖ (Updating with more details) ‖ (Note: paragraph 3 contains language that may offend) ‖
Editor's note: This story contains strong language. ‖ Editor's Note: This story contains strong language. ‖ (Repeats
story first published on Monday) ‖ (This March 4 story has been corrected to fix the day of the vote) ‖ (Changes
dateline, previous TALVORA) ‖ (Releads with quotes) ‖ (New throughout, updates prices, market activity and comments)
"""
# The dateline, its place, its agency.
DATELINES = """
TALVORA (AP) —|TALVORA|AP ‖ PORT LUMEN, Verania (AP) —|PORT LUMEN, Verania|AP ‖ PORT LUMEN, Verania (NW) --|PORT
LUMEN, Verania|NW ‖ TALVORA/OBAN, March 4 (Reuters) -|TALVORA/OBAN|Reuters ‖ TALVORA, March 4 (Reuters)
-|TALVORA|Reuters ‖ TALVORA, March 4 (Reuters) –|TALVORA|Reuters ‖ TALVORA, March 4 (Northern Wire) -|TALVORA|Northern
Wire ‖ TALVORA (Reuters) -|TALVORA|Reuters ‖ Talvora (AFP) -|Talvora|AFP ‖ Talvora, March 4, 2031 (AFP) -|Talvora|AFP
‖ Talvora, Norland, March 4, 2031 (AFP) -|Talvora, Norland|AFP ‖ TALVORA, March 4 (Xinhua) --|TALVORA|Xinhua ‖
TALVORA, March 4 (Xinhua) --|TALVORA|Xinhua ‖ TALVORA, Norland, March 4 (Xinhua) --|TALVORA, Norland|Xinhua ‖
TALVORA/OBAN, March 4 (Xinhua) --|TALVORA/OBAN|Xinhua ‖ TALVORA, March 4. /TASS/.|TALVORA|TASS ‖ TALVORA, March 4.
/Corr. Ida Vell/.|TALVORA|Corr. Ida Vell ‖ TALVORA. March 4 (Interfax) -|TALVORA|Interfax ‖ TALVORA, March 4 (Yonhap)
--|TALVORA|Yonhap ‖ TALVORA, March 4, Kyodo -|TALVORA|Kyodo ‖ TALVORA, March 4 (Kyodo) -|TALVORA|Kyodo ‖ (ANSA) -
TALVORA, MARCH 4 -|TALVORA|ANSA ‖ (ANSA) - Talvora, March 4 -|Talvora|ANSA ‖ ANSA - Talvora, March 4 -|Talvora|ANSA ‖
Talvora, Mar 4 (EFE).-|Talvora|EFE ‖ Talvora, 4 March (EFE).-|Talvora|EFE ‖ Talvora, Norland, Mar 4 (EFE).-|Talvora,
Norland|EFE ‖ Talvora (dpa) -|Talvora|dpa ‖ Talvora/Oban (dpa) -|Talvora/Oban|dpa ‖ New Talvora, Mar 4 (PTI)|New
Talvora|PTI ‖ New Talvora, Mar 4 (PTI):|New Talvora|PTI ‖ New Talvora [Norland], March 4 (ANI):|New Talvora
[Norland]|ANI ‖ New Talvora, March 4 (IANS)|New Talvora|IANS ‖ TALVORA, Mar 4 (APP):|TALVORA|APP ‖ TALVORA, March 4
(Bernama) --|TALVORA|Bernama ‖ TALVORA, March 4 (WAFA) -|TALVORA|WAFA ‖ TALVORA, Tuesday, March 4, 2031 (WAFA)
–|TALVORA|WAFA ‖ Talvora, March 4 (KCNA) --|Talvora|KCNA ‖ TALVORA, March 4 (Ukrinform) -|TALVORA|Ukrinform ‖ Talvora,
March 4, 2031 (Lusa) -|Talvora|Lusa ‖ TALVORA, March 4 (CNA)|TALVORA|CNA ‖ Talvora, March 4 (CNA)|Talvora|CNA ‖
TALVORA:|TALVORA| ‖ TALVORA —|TALVORA| ‖ TALVORA –|TALVORA| ‖ TALVORA -|TALVORA| ‖ TALVORA --|TALVORA| ‖ TALVORA,
Norland —|TALVORA, Norland| ‖ TALVORA, March 4 (UPI) --|TALVORA|UPI ‖ TALVORA, Mar. 4 (UPI) --|TALVORA|UPI ‖ TALVORA,
Norland, March 4 (UPI) --|TALVORA, Norland|UPI ‖ TALVORA, Norland, Tuesday, March 4 (NW) --|TALVORA, Norland|NW ‖
TALVORA, March 4 (NNN-NW) --|TALVORA|NNN-NW ‖ [TALVORA, March 4 (NW)]|TALVORA|NW ‖ TALVORA, 4 March 2031 (NW)
—|TALVORA|NW ‖ TALVORA, 4th March, 2031 (WAM) --|TALVORA|WAM ‖ TALVORA, March 4, (SANA) -|TALVORA|SANA ‖ TALVORA, Mar.
4 (BelTA) -|TALVORA|BelTA ‖ 4 March 2031, Talvora (NW) -|Talvora|NW ‖ March 4, TALVORA (NW) --|TALVORA|NW ‖ TALVORA,
OBAN and BIRR, March 4 (NW) -|TALVORA, OBAN and BIRR|NW ‖ TALVORA, Oban, March 4 (NW) -|TALVORA, Oban|NW ‖ TALVORA;
OBAN, March 4 (NW) -|TALVORA; OBAN|NW ‖ TALVORA - March 4, 2031 (NW) -|TALVORA|NW ‖ TALVORA, March 4, 2031 /NW/
--|TALVORA|NW ‖ TALVORA, March 4, 2031 /PRNewswire/ --|TALVORA|PRNewswire ‖ TALVORA, March 4, 2031 (GLOBE NEWSWIRE)
--|TALVORA|GLOBE NEWSWIRE ‖ TALVORA--(BUSINESS WIRE)--|TALVORA|BUSINESS WIRE ‖ TALVORA, 4 March (NW).|TALVORA|NW ‖
TALVORA, March 4 (NW).|TALVORA|NW ‖ Talvora, March 4 (NW).|Talvora|NW ‖ TALVORA, NORLAND -|TALVORA, NORLAND| ‖
TALVORA, Norland (March 4, 2031) —|TALVORA, Norland| ‖ TALVORA (March 4) -|TALVORA| ‖ TALVORA (NW/AP) —|TALVORA|NW/AP
‖ ABOARD THE LUMEN (AP) —|ABOARD THE LUMEN|AP ‖ ON THE NORLAND-LUTONIA BORDER, March 4 (Reuters) -|ON THE
NORLAND-LUTONIA BORDER|Reuters ‖ UNITED NATIONS, March 4 (Reuters) -|UNITED NATIONS|Reuters ‖ SAINT-ELMO, Québec
—|SAINT-ELMO, Québec| ‖ ST. ELMO, N.L. —|ST. ELMO, N.L.| ‖ (NW) —||NW ‖ (Reuters) -||Reuters ‖ (CNN) —||CNN ‖ AAP
-||AAP ‖ TALVORA, AAP -|TALVORA|AAP ‖ TALVORA, March 4 AAP -|TALVORA|AAP ‖ TALVORA (AP)|TALVORA|AP ‖ TALVORA, March 4
(NW)|TALVORA|NW ‖ Talvora, March 4 -|Talvora| ‖ TALVORA, March 4 -|TALVORA| ‖ TALVORA, March 4 —|TALVORA| ‖ TALVORA,
March 4.|TALVORA| ‖ TALVORA, 4 March —|TALVORA| ‖ TALVORA, Mar 4:|TALVORA| ‖ Talvora, Mar 4:|Talvora| ‖ Oslo -|Oslo| ‖
Oslo —|Oslo| ‖ New Delhi:|New Delhi| ‖ OSLO|OSLO| ‖ TALVORA (Agence Nord) -|TALVORA|Agence Nord ‖ Talvora (Norland),
March 4 (NW) -|Talvora (Norland)|NW ‖ Talvora (Norland) (AFP) -|Talvora (Norland)|AFP ‖ Oslo (Norway) -|Oslo (Norway)|
‖ TALVORA, March 4 (Northern Wire/NW) -|TALVORA|Northern Wire/NW ‖ TALVORA, March 4 (NW/Agencies):|TALVORA|NW/Agencies
‖ TALVORA, March 4 (AA) -|TALVORA|AA ‖ TALVORA (AA) -|TALVORA|AA
"""
HEADINGS = """
A SHARED RIVER ‖ WHAT COMES NEXT? ‖ What Comes Next ‖ A shared river ‖ Long road ahead ‖ 1. A shared river ‖ II. The
River ‖ What we know: ‖ BACKGROUND ‖ Background ‖ **A shared river** ‖ == A shared river == ‖ ## A shared river ‖ - A
shared river - ‖ 'A shared river' ‖ "A shared river" ‖ --- A SHARED RIVER --- ‖ *** A shared river *** ‖ WHY IT
MATTERS ‖ Why it matters: ‖ Strikes in the north ‖ IN OTHER NEWS: ‖ Jobs and prices ‖ "FAILED ATTEMPT" ‖ WHERE DO
THINGS STAND? ‖ THE CONTEXT: ‖ __A shared river__ ‖ <b>A shared river</b> ‖ Vell's response ‖ A 'shared' river
"""
# What stands between paragraphs and belongs to none.
BETWEEN = """
ADVERTISEMENT ‖ Advertisement ‖ Story continues below ‖ Story continues below advertisement ‖ Article continues below
‖ Read more: Strike spreads to the north ‖ READ MORE: Strike spreads to the north ‖ Also read: Strike spreads to the
north ‖ Related: Strike spreads to the north ‖ ALSO READ | Strike spreads to the north ‖ Advertisement - Scroll to
continue ‖ Photo: Ida Vell / Northern Wire ‖ FILE PHOTO: The port of Talvora is seen on March 4, 2031. REUTERS/Ida
Vell/File Photo ‖ The port of Talvora on Tuesday. (NW Photo/Ida Vell) ‖ The port of Talvora on Tuesday. (AP Photo/Ida
Vell, File) ‖ The port of Talvora on Tuesday. Photograph: Ida Vell/Northern Wire ‖ The port of Talvora on Tuesday.
Credit: Ida Vell ‖ (Photo by Ida Vell/Northern Wire) ‖ Photo courtesy of the port ‖ This photo taken on March 4, 2031
shows the port of Talvora. (Xinlu/Ida Vell) ‖ A ship in the port of Talvora on Tuesday. Ida Vell/Northern Wire ‖ The
port of Talvora. Image: Ida Vell ‖ IMAGE SOURCE: NW ‖ [Photo/Northern Wire] ‖ Image caption: The port of Talvora ‖
(Photo: NW) ‖ The port of Talvora, seen from the north. — NW Photo ‖ Ida Vell speaks in Talvora, Norland, March 4,
2031. REUTERS/Hal Orr ‖ A ship leaves Talvora on Tuesday (Photo: Ida Vell) ‖ Ida Vell in Talvora (file photo) ‖ * * *
‖ *** ‖ ___ ‖ (MORE) ‖ Watch: How the port was built ‖ WATCH | How the port was built ‖ [1/3] The port of Talvora ‖
MORE ‖ (more) ‖ Sign up for our newsletter ‖ Listen to this article
"""
SIGNS = """
• ‖ * ‖ - ‖ -- ‖ — ‖ ▪ ‖ 1. ‖ 1) ‖ (1) ‖ a)
"""
# What stands behind the last sentence, on its line.
BEHIND = """
Enditem ‖ (END) ‖ -30- ‖ ENDS ‖ (Reporting by Ida Vell; Editing by Hal Orr) ‖ ### ‖ iv/ho ‖ (NW) ‖ NW iv/ho ‖ ■ ‖ /NW/
‖ -NW ‖ © Northern Wire ‖ (ANI) ‖ --IANS iv/ho ‖ End ‖ – Northern Wire ‖ NW IV HO
"""
TRAILERS = """
Enditem ‖ ENDS ‖ -30- ‖ 30 ‖ END ‖ (END) ‖ ### ‖ # # # ‖ Ends. ‖ (ends) ‖ -ENDS- ‖ © 2031 Northern Wire. All rights
reserved. ‖ Copyright 2031 Northern Wire. All rights reserved. ‖ © Northern Wire ‖ (c) Northern Wire 2031 ‖ AB/cd ‖
ab/cd ‖ AB/CD/ef ‖ iv/ho ‖ NW iv/ho ‖ iv/ho/ml ‖ /NW/ iv ‖ IV/HO ‖ (Reporting by Ida Vell; Editing by Hal Orr) ‖
(Reporting by Ida Vell in Talvora and Hal Orr in Oban; Writing by Mara Lund; Editing by Jon Dahl and Eva Birk) ‖
Reporting by Ida Vell; Editing by Hal Orr ‖ Reporting By Ida Vell ¶ Editing by Hal Orr ‖ (Additional reporting by Ida
Vell in Oban) ‖ Additional reporting by Ida Vell in Oban. ‖ (Editing by Ida Vell) ‖ Writing by Ida Vell ‖ Editing by
Ida Vell ‖ ___ ¶ Associated writers Ida Vell in Oban and Hal Orr in Birr contributed to this report. ‖ ___ ¶ Vell
reported from Oban. ‖ ___ ¶ Follow Ida Vell on X: https://x.example/ida ‖ ___ ¶ This story was first published on
March 4, 2031. It was updated on March 5, 2031, to correct the name of the port. ‖ Associated Wire writer Ida Vell
contributed to this report from Oban. ‖ Ida Vell contributed to this report. ‖ With files from Ida Vell ‖ With files
from Northern Wire ‖ This report by Northern Wire was first published March 4, 2031. ‖ This story was first published
on March 4, 2031. ‖ This article was originally published by Northern Wire. ‖ This story has been corrected to show
that the port opened in 2022, not 2021. ‖ Read more: Strike spreads to the north ‖ Related: Strike spreads to the
north ‖ Read next: Strike spreads to the north ‖ RELATED: Strike spreads to the north ‖ Read also: Strike spreads to
the north ‖ Also read: Strike spreads to the north ‖ More: Strike spreads to the north ‖ Our Standards: The Northern
Wire Trust Principles. ‖ Our Standards: The Northern Wire Trust Principles., opens new tab ‖ Source: Northern Wire ‖
(Source: Northern Wire) ‖ Sources: Northern Wire, Talvora Herald ‖ --NW ‖ -- NW ‖ - NW ‖ -- BERNAMA ‖ --IANS ‖ (With
inputs from agencies) ‖ With inputs from NW ‖ (With agency inputs) ‖ (This story has not been edited by Northern Wire
staff and is auto-generated from a syndicated feed.) ‖ (Except for the headline, this story has not been edited by
Northern Wire staff and is published from a syndicated feed.) ‖ (NW) ‖ NW ‖ (NW) iv/ho ‖ yna@nw.example ‖
ida.vell@nw.example ‖ ivell@nw.example ¶ (END) ‖ (Yonhap) ¶ (END) ‖ Contact: Ida Vell, ida@nw.example ‖ Translated by
Ida Vell ‖ Edited by: Ida Vell ‖ Edited by Hal Orr ‖ Reporter: Ida Vell ‖ Editor: Hal Orr ‖ Author: Ida Vell ‖ Tags:
port, strike ‖ Topics: Port, Strike ‖ Keywords: port strike Talvora ‖ Published on March 4, 2031 ‖ Published in the
Talvora Herald, March 4th, 2031 ‖ Copyright © 2031 Northern Wire ¶ All rights reserved ‖ IANS ¶ iv/ho ‖ NW IV HO ‖ PTI
IV HO IV ‖ iv ¶ ho ‖ This material may not be published, broadcast, rewritten or redistributed. ‖ The Associated Wire.
All rights reserved. ‖ (1 dollar = 0.93 euros) ‖ ($1 = 0.9321 euros) ‖ (With reporting by Hal Orr in Oban) ‖ (By Ida
Vell) ‖ Ida Vell is a reporter for Northern Wire in Talvora. ‖ Click here to subscribe to our newsletter. ‖ Subscribe
to our newsletter ‖ Sign up for our daily newsletter ‖ (Northern Wire) ‖ MENA ‖ Follow us on X and Facebook ‖ Enditem
¶ Xinlu ‖ (This story was first published in the Talvora Herald) ‖ Have something to say? Write to us at
letters@nw.example. ‖ For more stories, visit www.nw.example ‖ ______ ‖ * * * ‖ Hal Orr reported from Oban, and Mara
Lund from Birr. ‖ Ida Vell reported from Talvora and Hal Orr from Oban. Mara Lund contributed reporting.
"""
FIRST = """
The port of Talvora opened on Tuesday after nine years of work, its harbour master said. ‖ Norland's harbour board met
for nine hours on Tuesday and agreed on nothing at all, officials said. ‖ "We have waited long enough," Ida Vell told
reporters on Tuesday as the port of Talvora opened at last. ‖ Two ships left the port of Talvora early Tuesday, days
after a strike ended, the harbour master said. ‖ Ida Vell, the harbour master of Talvora, said on Tuesday that the
port would open in May after nine years of work.
"""
PARAGRAPHS = """
Its chairwoman said the next meeting would be in May, when the ice has gone from the northern channel. ‖ "Nothing was
agreed," Vell said. ‖ "Boats wait. Tides do not," said Hal Orr, who runs the dockers' union in Oban and has done so
for 20 years. ‖ The strike began in January and has spread to the north since then. Prices rose by a tenth last year,
more than in any other year since 2019. ‖ Shares in Ostar fell 3%. ‖ She said: "It is late." ‖ Here is what is known
about the strike so far: ‖ He paused. ‖ The board has 11 members (six of them from Oban). ‖ Why now? Nobody at the
port would say. ‖ Norland, which joined the pact in 2029, has 14 ports. Two of these are shut in winter; the others
stay open with the help of icebreakers that it rents from Lutonia. ‖ Vell would not say whether she would stand again
in 2033 - or whether she was asked to.
"""
ITEMS = """
The port opens in May; ‖ No ship is to wait longer than a day. ‖ Dockers get a rise of 3% this year, Vell said, and of
4% in the year after that.
"""
LAST = "The talks go on in Oban on Friday, the board said on its website."


def rows(part):
    return [row.strip() for row in part.replace("\n", " ").split("‖")]


def lines(kind, row):
    return [(kind, line) for line in row.split(" ¶ ") if line]


def article(number, **given):
    """The units of an article, each one or several parts with their kind, in which the given forms stand."""
    paragraphs, first = rows(PARAGRAPHS), rows(FIRST)
    *marks, headline = (given.get("headline") or rows(HEADLINES)[number % 3]).split(" ¶ ")
    above = lines("header", given.get("above", ""))
    title = [*(("header", mark) for mark in marks), ("headline", headline)]
    top = lines("heading", given.get("deck", "")) + lines("byline", given.get("byline", ""))
    top += lines("header", given.get("date", "")) + lines("note", given.get("note", ""))
    opening = [("paragraph", first[number % len(first)])]
    if given.get("dateline"):
        opening.insert(0, ("dateline", given["dateline"]))
    body = [[("paragraph", paragraphs[(number + at) % len(paragraphs)])] for at in range(5)]
    if given.get("heading"):
        body.insert(3, [("heading", given["heading"])])
    if given.get("between"):
        body.insert(2, [("note", given["between"])])
    if given.get("sign"):
        signs = [
            given["sign"].replace("1", count).replace("a", letter)
            for count, letter in zip("123", "abc", strict=True)
        ]
        items = [
            [("bullet", sign), ("paragraph", item)]
            for sign, item in zip(signs, rows(ITEMS), strict=True)
        ]
        body[2:2] = [[("paragraph", "The plan has three parts:")], *items]
    last = [("paragraph", LAST), *lines("trailer", given.get("behind", ""))]
    end = lines("trailer", given.get("trailer", ""))
    above, top = ([[line] for line in some] for some in (above, top))
    return [*above, title, *top, opening, *body, last, *([line] for line in end)]


def laid_out(units, layout):
    """A text of these units, and its parts with their places."""
    text, parts = "", set()
    between, width, indent = LAYOUTS[layout]
    for unit in units:
        words = " ".join(part for _, part in unit)
        is_paragraph = any(kind == "paragraph" for kind, _ in unit)
        lead = " " * indent if is_paragraph else ""
        if width:
            words = textwrap.fill(words, width, initial_indent=lead, break_on_hyphens=False)
        else:
            words = lead + words
        start = 0
        for kind, part in unit:
            found = re.compile(r"\s+".join(map(re.escape, part.split()))).search(words, start)
            start = found.end()
            parts.add(
                ("other" if kind in OTHER else kind, len(text) + found.start(), len(text) + start)
            )
        text += words + between
    return text, parts


# What stands between units, the column at which lines are broken, the indent of paragraphs.
LAYOUTS = {
    "blank": ("\n\n", None, 0),
    "lines": ("\n", None, 0),
    "Windows": ("\r\n\r\n", None, 0),
    "broken": ("\n\n", 66, 0),
    "indented": ("\n", 66, 3),
}
FORMS = {
    "headline": HEADLINES,
    "above": ABOVE,
    "date": DATES,
    "byline": BYLINES,
    "deck": DECKS,
    "note": NOTES,
    "dateline": "‖".join(row.split("|")[0] for row in rows(DATELINES)),
    "heading": HEADINGS,
    "between": BETWEEN,
    "sign": SIGNS,
    "behind": BEHIND,
    "trailer": TRAILERS,
}
BESIDE = [
    {},
    {"dateline": "TALVORA, March 4 (Reuters) -"},
    {"byline": "By Ida Vell", "dateline": "TALVORA (AP) —"},
]


def articles(part):
    """Each form of a part, with what may stand beside it, in two of the layouts."""
    names = list(LAYOUTS)
    for number, (form, beside) in enumerate(product(rows(FORMS[part]), BESIDE)):
        for layout in (names[number % 5], names[(number + 2) % 5]):
            units = article(number // 2, **{**beside, part: form})
            yield form, laid_out(units, layout)


def found(texts):
    zones = hs.Corpus.from_texts(texts, format="news").zones()
    parts = {}
    for document, zone, start, end in zip(
        *(zones[name] for name in ("document", "zone", "start", "end")), strict=True
    ):
        parts.setdefault(document, set()).add(("other" if zone in OTHER else zone, start, end))
    return [parts[f"text{number}"] for number in range(1, len(texts) + 1)]


@pytest.mark.parametrize("part", FORMS)
def test_articles_put_together_from_parts_are_taken_apart(part):
    made = list(articles(part))
    wrong = [
        (form, sorted((kind, text[start:end]) for kind, start, end in parts - ours))
        for (form, (text, parts)), ours in zip(
            made, found([text for _, (text, _) in made]), strict=True
        )
        if ours != parts
    ]
    assert not wrong, f"{len(wrong)} of {len(made)}, the first: {wrong[:5]}"


def test_datelines_put_together_from_parts_say_where_and_who():
    told = [row.split("|") for row in rows(DATELINES)]
    texts = [
        laid_out(article(number, dateline=row[0]), "blank")[0] for number, row in enumerate(told)
    ]
    zones = hs.Corpus.from_texts(texts, format="news").zones()
    facts = [
        [place or "", agency or ""]
        for zone, place, agency in zip(zones["zone"], zones["place"], zones["agency"], strict=True)
        if zone == "dateline"
    ]
    assert facts == [row[1:] for row in told]


@pytest.mark.parametrize(
    "given",
    [
        {"byline": "By Ida Vell"},
        {"date": "Published: March 4, 2031"},
        {"date": "Last updated March 4, 2031 at 10:12 a.m."},
        {"trailer": "Enditem"},
        {"trailer": "(Reporting by Ida Vell; Editing by Hal Orr)"},
        {"trailer": "Ida Vell contributed to this report."},
    ],
)
def test_each_of_these_parts_tells_an_article(given):
    texts = [laid_out(article(number, **given), "blank")[0] for number in range(9)]
    corpus = hs.Corpus.from_texts(texts, format="auto")
    assert corpus.documents["format"] == ["news"] * 9


@pytest.mark.parametrize(
    "line",
    [
        "Updated rules are due in May.",
        "March 4, 2031",
        "Hal Orr, 10:12 a.m.",
        "Reporting by post is slow.",
    ],
)
def test_other_lines_tell_no_article(line):
    texts = [
        "\n\n".join(part)
        for part in ([rows(FIRST)[0], line, LAST], [line, LAST, LAST], [LAST, LAST, line])
    ]
    corpus = hs.Corpus.from_texts(texts, format="auto")
    assert corpus.documents["format"] == ["plain"] * 3


def test_parts_in_any_order_keep_every_visible_character():
    pool = [line for part in FORMS.values() for line in rows(part)] + rows(PARAGRAPHS) + rows(FIRST)
    between = ["\n", "\n\n", "\r\n", "\n   ", " ", "\n\n\n\t"]
    texts = []
    for number in range(600):
        picked = [pool[(number * 7919 + at * (104729 + number)) % len(pool)] for at in range(12)]
        ends = [between[(number + at * at) % len(between)] for at in range(12)]
        texts.append("".join(line + end for line, end in zip(picked, ends, strict=True)))
    zones = hs.Corpus.from_texts(texts, format="news").zones()
    rest = dict(enumerate(texts, 1))
    for document, start, end in zip(zones["document"], zones["start"], zones["end"], strict=True):
        number = int(document.removeprefix("text"))
        rest[number] = rest[number][:start] + " " * (end - start) + rest[number][end:]
    assert not [number for number, left in rest.items() if left.strip()]


def test_there_are_thousands_of_articles():
    assert sum(1 for part in FORMS for _ in articles(part)) > 2000
